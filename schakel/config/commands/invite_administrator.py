"""The first functional administrator of a house; all others are named by them, in Schakel itself."""


def add_arguments(parser):
    parser.add_argument("--region", required=True, metavar="REGIO", help="de regio van het huis, bijvoorbeeld Twente")
    parser.add_argument("--name", required=True, metavar="NAAM", help="de naam van de functioneel beheerder")


def run(options):
    from django.conf import settings

    from schakel.network.colleagues.first import FirstAdministratorRefused, invite_first_administrator
    from schakel.signin.invitations import link_secret

    try:
        invitation = invite_first_administrator(region=options.region, name=options.name)
    except FirstAdministratorRefused as refusal:
        print(refusal)
        return 1
    print("Met deze link en deze code maakt de functioneel beheerder een account; ze gelden een dag en één keer.")
    print("Stuur de link per mail en vertel de code per telefoon:")
    print(f"{settings.ADDRESS}/uitnodiging/{link_secret(invitation.pk)}/")
    print(invitation.spoken)
    return 0
