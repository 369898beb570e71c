"""What the catalogue shows: fictitious things in believable words."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from schakel.design.forms import CreatingForm, DayField
from schakel.design.icons import ICONS


class Refused:
    """A verdict that says no."""

    refusal = "Alleen de procesregisseur van deze casus kan een deelnemer toevoegen."

    def __bool__(self):
        return False


class ContributionForm(CreatingForm):
    """Every kind of field once."""

    text = forms.CharField(
        label="Wat brengt u in?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="Eén feit of één inschatting. Noem geen namen van anderen.",
    )
    kind = forms.ChoiceField(
        label="Soort",
        widget=forms.RadioSelect,
        choices=[("feit", "Feit"), ("inschatting", "Inschatting"), ("inzet", "Voorgenomen inzet")],
    )
    happened = DayField(label="Datum van het feit")
    source = forms.CharField(label="Bron", max_length=120, required=False)
    domain = forms.ChoiceField(
        label="Leefgebied",
        choices=[("", "Kies een leefgebied"), ("huisvesting", "Huisvesting"), ("financien", "Financiën")],
    )
    audience = forms.MultipleChoiceField(
        label="Voor wie",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[
            ("allen", "Iedereen die voor deze persoon deelneemt"),
            ("rec", "Reclassering"),
            ("ggz", "GGZ Merreborg"),
        ],
    )
    letter = forms.FileField(label="Bijlage", required=False, help_text="Een pdf van hoogstens 10 MB.")
    confirmed = forms.BooleanField(label="Ik heb dit met betrokkene besproken", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choice_hints = {
            "feit": "Wat u of een collega zelf heeft gezien of vastgesteld.",
            "inschatting": "Wat u ervan denkt, en waarop dat rust.",
            "inzet": "Wat uw organisatie van plan is.",
        }


def _in_days(days, hour=None):
    moment = timezone.localtime() + timedelta(days=days)
    return moment.replace(hour=hour, minute=42) if hour else moment.date()


VALUES = {
    "refused": Refused(),
    "icons": sorted(ICONS),
    "tabs": [
        {"label": label, "url": "#", "current": label == "Overzicht", "count": 3 if label == "Inbreng" else 0}
        for label in (
            "Overzicht",
            "Gezin en netwerk",
            "Inbreng",
            "Beeld",
            "Overleggen",
            "Plan",
            "Voortgang",
            "Documenten",
            "Deelnemers en inzage",
        )
    ],
    "dates": [(_in_days(days), left) for days, left in ((-8, -6), (-1, -1), (0, 0), (1, 1), (5, 4), (14, 10))],
    "moments": [timezone.now(), _in_days(0, 9), _in_days(-1, 16), _in_days(-9, 11), _in_days(-400, 10)],
    "segments": [("toets", 3), ("overleg", 9), ("plan", 6), ("voortgang", 17), ("afsluiten", 3)],
    "domains": [
        {"label": "Huisvesting", "scores": [1, 2, 2, 3], "word": "beperkt"},
        {"label": "Financiën", "scores": [2, 2, 2, 2], "word": "niet"},
        {"label": "Dagbesteding", "scores": [2, 2, 3, 4], "word": "voldoende"},
        {"label": "Geestelijke gezondheid", "scores": [2, 1, 2, 3], "word": "beperkt"},
        {"label": "Middelengebruik", "scores": [2, 2, 3, 3], "word": "beperkt"},
        {"label": "Huiselijke relaties", "scores": [3, 3, 2, 2], "word": "niet"},
        {"label": "Sociaal netwerk", "scores": [2], "word": "beperkt"},
        {"label": "Justitie", "scores": [], "word": ""},
    ],
    "nodes": [
        {"name": "Moeder", "kind": "person"},
        {"name": "Ex-partner", "kind": "person", "tie": "tense"},
        {"name": "Dochter", "sub": "6 jaar", "kind": "person"},
        {"name": "Werkgever", "kind": "person", "tie": "loose"},
        {"name": "Reclassering", "sub": "casusregie", "kind": "organisation", "tie": "strong"},
        {"name": "GGZ Merreborg", "kind": "organisation"},
        {"name": "Wijkagent", "kind": "organisation"},
        {"name": "Gemeente", "sub": "wonen", "kind": "organisation"},
        {"name": "Veilig Thuis", "kind": "organisation"},
    ],
    "steps": [("Melder", ""), ("Betrokkenen", ""), ("Criteria", "nu"), ("Versturen", "")],
    "differences": [
        ("Titel", "Intake verslavingszorg", "Intake verslavingszorg"),
        ("Uiterlijk", "27 november", "30 november"),
        ("Toelichting", "De Brugwachter heeft eerder plek.", "Wachtlijst tot half december."),
    ],
    "agenda": [
        {"time": "9.30", "name": "M3QF-2LSA", "note": "2 conclusies, 4 afspraken", "done": True},
        {"time": "10.00", "name": "K7ZM-4QTD", "note": "Ruben · oordeels- en besluitvorming", "current": True},
        {"time": "10.35", "name": "P2HX-7NBV", "note": "gast: Merrewonen"},
        {"time": "11.00", "name": "C8WD-1RTE", "note": "anonieme toetsing"},
        {"time": "11.30", "name": "T6YB-5GHK", "note": "voorstel: afschalen"},
    ],
    "present": [
        {"name": "Noor Aksoy", "how": "room", "words": "voorzitter"},
        {"name": "Reclassering", "how": "room", "words": "kamer"},
        {"name": "Politie", "how": "room", "words": "kamer"},
        {"name": "GGZ Merreborg", "how": "screen", "words": "op afstand"},
        {"name": "Gemeente Merredam", "how": "room", "words": "kamer"},
        {"name": "Veilig Thuis", "how": "screen", "words": "op afstand"},
        {"name": "OM", "how": "away", "words": "afwezig, met bericht"},
    ],
}
