from django.urls import path

import schakel.access.urls  # noqa: F401

from .views import documents, papers, recalled

DOCUMENTS = "casussen/<number:number>/documenten/"
DOCUMENT = f"{DOCUMENTS}<uuid:document>/"

app_name = "documents"
urlpatterns = [
    path(DOCUMENTS, documents.documents, name="documents"),
    path(f"{DOCUMENTS}toevoegen/", documents.bring, name="bring"),
    path(f"{DOCUMENTS}eigen/", papers.own, name="own_paper"),
    path(f"{DOCUMENTS}casus/", papers.whole, name="case_paper"),
    path(f"{DOCUMENTS}brief/", papers.letter, name="letter"),
    path(f"{DOCUMENTS}papier/", papers.all_papers, name="papers"),
    path(f"{DOCUMENTS}uitnodiging/", papers.invitation, name="invitation"),
    path(f"{DOCUMENTS}brieven/<uuid:letter>/", papers.one_letter, name="one_letter"),
    path(f"{DOCUMENTS}brieven/<uuid:letter>/pdf/", papers.take, {"form": "pdf"}, name="letter_as_pdf"),
    path(f"{DOCUMENTS}brieven/<uuid:letter>/odt/", papers.take, {"form": "odt"}, name="letter_as_text"),
    path(f"{DOCUMENT}bevestigd/", recalled.document, name="document_confirmed"),
    path(
        "casussen/<number:number>/inbreng/<uuid:contribution>/bevestigd/",
        recalled.contribution,
        name="contribution_confirmed",
    ),
    path(f"{DOCUMENT}vervangen/", documents.replace, name="replace"),
    path(f"{DOCUMENT}downloaden/", documents.download, name="download"),
    path(f"{DOCUMENT}scannen/", documents.scan_again, name="scan_again"),
    path(f"{DOCUMENT}intrekken/", documents.recall, name="recall"),
]
