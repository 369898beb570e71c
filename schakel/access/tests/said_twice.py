"""Halves that follow from another half of the same sentence, which bin/mutate tries: nothing could notice them gone.

Sentence: half: why it follows.
"""

NOBODY = "about <> '{}'"
MY_CASES = "case_id = ANY ((SELECT access.my_cases())::uuid[])"
WHOM_I_SEE_HERE = "about <@ access.my_sight_in(case_id)"
MY_FILES = "file_id = ANY ((SELECT access.my_files())::uuid[])"
I_DIRECT = "case_id = ANY ((SELECT access.cases_i_direct())::uuid[])"
SAME = {
    "each writes in their own name about whom they see": {
        "file_id = ANY ((SELECT access.my_files())::uuid[])": "about somebody of it, whom one sees: so it is mine",
    },
    "who sees seat and person sees that they belong together": {
        "seat_id = ANY ((SELECT access.seats_i_see())::uuid[])": "who sees the person sees the seats for them",
    },
    "who opened the file sees the frames of persons who concern them": {MY_FILES: "one sees no person of another file"},
    "who opened the file sees how persons they see were informed": {MY_FILES: "the same"},
    "who opened the file sees the addresses that reach them": {MY_FILES: "the same"},
    "who sees both persons sees how they are related": {MY_FILES: "the same"},
    "who sees child and holder sees who has authority": {MY_FILES: "the same"},
    "the referrer or contact answers the house's questions": {
        "referral_id = ANY ((SELECT access.referrals_i_write())::uuid[])": "is_asked_of asks it, too",
    },
    "the process director gives seats in an open case": {I_DIRECT: "may_be_seated asks it, too"},
    "the process director of the earlier case begins a new test": {I_DIRECT: "may_continue asks it, too"},
    "the process director offers the lead to one who takes part": {I_DIRECT: "can_lead asks it, too"},
    "the process director offers a case to another house": {I_DIRECT: "may_leave asks it, too"},
    "who runs the case reminds of a question that waits": {
        NOBODY: "is_open_request: about exactly whom the question is about",
        WHOM_I_SEE_HERE: "the same, and it asks whether one sees them",
    },
    "who brings a document brings what is in it": {NOBODY: "is_my_document: about exactly whom the document is about"},
    "who brought a document has it scanned again": {MY_CASES: "about somebody of it, whom one sees: so it is mine"},
    "each writes down what they take on paper": {MY_CASES: "in a capacity in which one sits there"},
    "an organisation recalls its own documents": {MY_CASES: "is_document_of_ours asks for a seat in it"},
    "the administrator registers what was signed": {
        "(until IS NULL OR until >= access.today())": "it ends no earlier than it began, which is not before today",
    },
    "the contact names colleagues, a colleague a fixed replacement": {
        "seat_id = ANY ((SELECT access.seats_i_found())::uuid[])": "is_colleague asks for a seat of mine to fill",
    },
    "each brings in for their own, the house on behalf of others": {
        MY_CASES: "what it replaces is asked for: i_may_recall asks for a seat in it",
    },
    "who directs locks somebody out, and each themselves": {MY_CASES: "about somebody of it, whom one sees"},
    "an organisation recalls its own, the house what it recorded": {MY_CASES: "i_may_recall asks for a seat in it"},
    "whoever runs the case records attendance": {NOBODY: "confers_on: about all whom the conference is about"},
    "whoever runs the case writes conclusions down": {NOBODY: "the same"},
    "whoever runs the case words goals anew and says how they ended": {NOBODY: "it was added about somebody"},
    "whoever runs the case moves a date or withdraws an agreement": {NOBODY: "it was added about somebody"},
    "who is concerned sees title, owner and date": {MY_CASES: "one sees no seat of another case"},
    "whoever sits on the owner's seat answers": {
        NOBODY: "agrees_on: about exactly whom the agreement is about",
        WHOM_I_SEE_HERE: "the same, and its seat sees them",
    },
    "the owner's seat reports, or after a call whoever runs the case": {
        NOBODY: "agrees_on: about exactly whom the agreement is about",
        WHOM_I_SEE_HERE: "the same: its seat sees them, and whoever runs the case sees the whole",
    },
}
