"""The words that generated items are named with, in Dutch and English."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = [
    "AGENCY_TOPICS",
    "AUDIENCES",
    "HEDGES",
    "LIFE_EVENTS",
    "NEEDS",
    "PARTNERS",
    "SHIPPED_AGENCIES",
    "STATUSES",
    "TOPICS",
    "Topic",
]


class Topic(NamedTuple):
    """A concept of the scheme of topics, as it is named after "voor" and "for"."""

    slug: str
    dutch: str
    english: str


TOPICS: Final = tuple(
    Topic(*line.split("|"))
    for line in """
passports|paspoorten|passports
driving-licences|rijbewijzen|driving licences
civil-affairs|burgerzaken|civil affairs
naturalisation|naturalisatie|naturalisation
voting|stemmen|voting
civic-integration|inburgering|civic integration
youth|jeugd|youth
care|zorg|care
income|inkomen|income
social-support|maatschappelijke ondersteuning|social support
debts|schulden|debts
financial-worries|geldzorgen|financial worries
work|werk|work
welfare|welzijn|welfare
housing|wonen|housing
building|bouwen|building
permits|vergunningen|permits
exemptions|ontheffingen|exemptions
parking|parkeren|parking
waste|afval|waste
enforcement|handhaving|enforcement
safety|veiligheid|safety
education|onderwijs|education
property-valuation|waardebepaling van woningen|property valuation
divorce|scheiding|divorce
bereavement|overlijden|bereavement
sustainability|verduurzaming|sustainability
economy|economie|the economy
participation|meedoen|taking part
public-space|openbare ruimte|public space
living-environment|leefomgeving|the living environment
health|gezondheid|health
ageing|ouder worden|growing older
dementia|dementie|dementia
autism|autisme|autism
sport|sport|sport
multi-problem-households|gezinnen met meer problemen|households with several problems
taxes|gemeentelijke belastingen|local taxes
facilities|voorzieningen|facilities
applying-for-benefits|uitkeringen aanvragen|applying for benefits
crisis|crisishulp|crisis help
elections|verkiezingen|elections
mental-health-care|geestelijke gezondheid|mental health
digital-government|digitale overheid|digital government
""".strip().splitlines()
)
"""What municipalities help with."""

AGENCY_TOPICS: Final = tuple(
    Topic(*line.split("|"))
    for line in """
allowances|toeslagen|allowances
income-tax-return|aangifte inkomstenbelasting|income tax returns
student-finance|studiefinanciering|student finance
study-debt-collection|studieschuld|study debts
health-care|zorgverzekering|health care
personal-budget|persoonsgebonden budget|the personal budget
state-pension|ouderdomspensioen|the state pension
pensions|pensioenen|pensions
child-benefit|kinderbijslag|child benefit
cross-border-social-security|werken over de grens|working across the border
social-insurance|volksverzekeringen|social insurance
vehicle-registration|kentekens|vehicle registration
vehicle-inspection|keuringen|inspections
driving-licences|rijbewijzen|driving licences
fines|boetes|fines
residence|verblijf|residence
digid|inloggen|logging in
recovery-operations|hersteloperaties|recovery operations
payment-arrangements|betalingsregelingen|payment arrangements
applying-for-benefits|uitkeringen aanvragen|applying for benefits
crisis-support-schemes|steunregelingen|support schemes
health-declaration|gezondheidsverklaringen|health declarations
donor-registration|donorregistratie|donor registration
legislation-change|wetswijzigingen|changes in the law
housing|woonlasten|housing costs
work|werk en re-integratie|work and reintegration
vehicles|voertuigen|vehicles
taxes|belastingen|taxes
laws-and-regulations|wetten en regels|laws and rules
""".strip().splitlines()
)
"""What executive agencies help with."""

LIFE_EVENTS: Final = {
    "bereavement": "death",
    "debts": "problematic-debts",
    "divorce": "divorce",
    "housing": "moving",
    "pensions": "reaching-pension-age",
    "residence": "immigration",
    "student-finance": "studying",
}
"""The life events of the shipped inventory that services for a topic belong to."""

AUDIENCES: Final = (
    ("citizen", 30), ("resident", 25), ("everyone", 10), ("older-people", 6), ("low-income", 6), ("self-employed", 6),
    ("entrepreneur", 5), ("low-literate", 4), ("non-digital", 4), ("parents", 4), ("jobseekers", 4), ("students", 3),
    ("vulnerable", 3), ("non-native-speaker", 3), ("employer", 2), ("people-in-difficulty", 2),
)  # fmt: skip
"""For whom something is, with how often."""

STATUSES: Final = (
    ("operational", 84), ("planned", 4), ("scaling-up", 3), ("experiment", 2), ("in-development", 2),
    ("phasing-out", 2), ("under-consideration", 1), ("ambition", 1), ("ended", 1),
)  # fmt: skip
"""How things stand, with how often."""

NEEDS: Final = (
    ("not-required", 40), ("required", 22), ("not-stated", 16), ("usually-required", 10), ("sometimes-required", 8),
    ("often-required", 4),
)  # fmt: skip
"""Whether an appointment is needed, with how often."""

HEDGES: Final = (
    ("frequencyOfCases", "prevalence", "often", "vaak"),
    ("frequencyOfCases", "prevalence", "sometimes", "soms"),
    ("frequencyOfCases", "prevalence", "usually", "meestal"),
    ("frequencyOfCases", "prevalence", "rarely", "zelden"),
    ("degreeOfUse", "use", "much", "veel gebruikt"),
    ("degreeOfUse", "use", "little", "weinig gebruikt"),
    ("degreeOfUse", "use", "regular", "met regelmaat"),
    ("shareOfPeople", "prevalence", "most", "de meeste mensen"),
    ("shareOfPeople", "prevalence", "some", "een deel van de mensen"),
    ("shareOfTopics", "prevalence", "not-all", "niet voor alles"),
)
"""The property that is hedged, the scheme and concept of its value, and the words of the source."""

PARTNERS: Final = (
    ("library", "bibliotheek", "library"),
    ("gp", "huisarts", "GP"),
    ("school", "school", "school"),
    ("welfare-organisation", "welzijnsorganisatie", "welfare organisation"),
    ("housing-corporation", "woningcorporatie", "housing corporation"),
    ("food-bank", "voedselbank", "food bank"),
    ("social-neighbourhood-team", "sociaal wijkteam", "social neighbourhood team"),
    ("district-nursing", "wijkverpleging", "district nursing"),
    ("refugee-work", "vluchtelingenwerk", "refugee work"),
    ("debt-help", "schuldhulp", "debt help"),
    ("language-house", "taalhuis", "language house"),
    ("social-counsellors", "sociaal raadslieden", "social counsellors"),
    ("home-care", "thuiszorg", "home care"),
    ("church", "kerk", "church"),
    ("volunteer-organisation", "vrijwilligersorganisatie", "volunteer organisation"),
    ("community-centre", "buurthuis", "community centre"),
)
"""The archetypes of the shipped inventory that partners conform to, with what such a partner is called."""

SHIPPED_AGENCIES: Final = (
    ("belastingdienst", "Belastingdienst", "Tax Administration"), ("cak", "CAK", "CAK"), ("cbr", "CBR", "CBR"),
    ("ciz", "CIZ", "CIZ"), ("cjib", "CJIB", "CJIB"), ("duo", "DUO", "DUO"), ("ind", "IND", "IND"),
    ("kvk", "KvK", "Chamber of Commerce"), ("logius", "Logius", "Logius"), ("rdw", "RDW", "RDW"),
    ("svb", "SVB", "SVB"), ("uwv", "UWV", "UWV"),
)  # fmt: skip
"""The agencies of the shipped inventory that hops go to and come from."""
