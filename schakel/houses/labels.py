"""What a setting is called, on forms, in the history and where two houses are compared."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "motto": _("Motto"), "contact_point": _("Contact point for persons concerned"),
    "triage_way": _("How the triage works"), "triage_workdays": _("Working days to decide"),
    "list_closes_on": _("The list closes on"), "list_closes_at": _("at (the list closes)"),
    "list_meets_on": _("The triage meets on"), "list_meets_at": _("at (the triage meets)"),
    "urgent": _("When it cannot wait"), "answered_days": _("Days the triage still sees an answered referral"),
    "inquiries_at_once": _("Organisations asked at the same time whether somebody is known"),
    "inquiries_at_most": _("Organisations asked at most about one referral"),
    "questions_stop_term": _("A question to the referrer stops the term"),
    "mail_hour": _("Hour from which the daily mail with news goes out"),
    "stall_weeks": _("Weeks without anything new after which a case stalls"),
    "covenant_days": _("Days before its end that a covenant stands in my work"),
    "advice_months": _("Months that a question for advice is kept"),
    "recall_again_days": _("Days after which who did not confirm a recall is asked again"),
    "good_friday": _("Closed on Good Friday"), "liberation_day": _("Closed on Liberation Day (5 May)"),
    "name": _("Name"), "purpose": _("Purpose"), "citation": _("Legal ground"), "citation_link": _("Link to the law"),
    "verified": _("Held against the text of the law"), "verified_on": _("Held against it on"), "remark": _("Remark"),
    "formula": _("Formula"), "hidden": _("Hidden"), "training": _("For training only"),
    "takes_referrals": _("Takes referrals"), "asks_mandates": _("Only who is mandated takes part"),
    "asks_covenants": _("Only under its covenant"), "flexible_shell": _("Organisations may take part in one case only"),
    "kinds": _("Kinds of organisation that may take part"), "phases": _("Who may be present in a phase"),
    "retention_months": _("Months that a case is kept"), "retention_start": _("Counted from"),
    "refused_months": _("Months that a refused referral is kept"), "code": _("Code"),
    "text": _("Question"), "help": _("Explanation"), "kind": _("Kind of answer"), "choices": _("Possibilities"),
    "required": _("Must be answered"), "area": _("About an area"), "number": _("Number"),
    "rhythm": _("Rhythm"), "weekday": _("Day"), "begins": _("From"), "ends": _("Until"), "place": _("Place"),
    "link": _("Link for taking part online"), "chair": _("Chair"), "standing": _("Who usually come"),
    "regime": _("Kind of approach"), "day": _("Day"), "reason": _("Reason"),
}  # fmt: skip
KINDS = {
    "municipality": _("municipality"), "police": _("police"), "prosecution": _("public prosecution"),
    "child_protection": _("child protection board"), "probation": _("probation"), "prison": _("prison"),
    "forensic_clinic": _("forensic clinic"), "mental_health": _("mental health care"),
    "addiction_care": _("addiction care"), "public_health": _("public health service"),
    "domestic_violence_centre": _("Veilig Thuis"), "certified_institution": _("certified institution"),
    "youth_care": _("youth care"), "halt": _("Halt"), "victim_support": _("victim support"),
    "housing_association": _("housing association"), "disability_care": _("disability care"),
    "shelter": _("shelter"), "school_attendance": _("school attendance"), "youth_work": _("youth work"),
    "school": _("school"), "financial_guardian": _("financial guardian"), "house": _("house itself"),
}  # fmt: skip
