"""Who says it and who denies it: one small text a row, in both languages."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Reader

# language, text, giver, taker (empty: unnamed), who says it (each must be among the speakers), who denies it (exactly)
SAID = (
    # the office behind a name, and the capital in which officials speak
    ("en", "Shin Won-sik, South Korea's defence minister, told lawmakers that North Korea had shipped shells to Russia.",
     "PRK", "RUS", "KOR"),
    ("en", "Antony Blinken, the American secretary of state, said that North Korea had shipped shells to Russia.",
     "PRK", "RUS", "USA"),
    ("fr", "Catherine Colonna, ministre française des affaires étrangères, a déclaré que la Corée du Nord avait livré des obus à "
     "la Russie.", "PRK", "RUS", "FRA"),
    ("en", "In Seoul, officials believe that North Korea shipped shells to Russia.", "PRK", "RUS", "KOR"),
    ("fr", "À Séoul, on estime que la Corée du Nord a livré des obus à la Russie.", "PRK", "RUS", "KOR"),
    # a body named before, called by a short name
    ("en", "The UN Panel of Experts published its report. Iran sold rockets to the Houthis in March, the experts say.",
     "IRN", "HOUTHI", "UN_PANEL"),
    ("en", "UN experts went to Juba. Uganda delivered armoured vehicles to South Sudan, the investigators write.",
     "UGA", "SSD", "UN_PANEL"),
    ("en", "A report by the UN panel went round on Friday.\n\nUganda delivered tanks to South Sudan, the report says.",
     "UGA", "SSD", "UN_PANEL"),
    ("en", "The Multilateral Sanctions Monitoring Team met in Seoul. The team said that North Korea shipped shells to Russia.",
     "PRK", "RUS", "MSMT"),
    ("en", "The National Intelligence Service briefed lawmakers. North Korea sent rockets to Russia in May, the agency believes.",
     "PRK", "RUS", "NIS"),
    ("en", "By the UN monitors' estimate it was a good year. North Korea exported coal to China, the same monitors say.",
     "PRK", "CHN", "UN_PANEL"),
    ("en", "The UN expert panel went to Goma. Rwanda gave mortars to the M23, they write.", "RWA", "M23", "UN_PANEL"),
    ("fr", "Les experts de l'ONU ont rendu leur rapport. Le Rwanda a livré des mortiers au M23, écrivent-ils.",
     "RWA", "M23", "UN_PANEL"),
    ("fr", "Le Groupe d'experts a siégé lundi. Le Groupe constate que le Rwanda a livré des mortiers au M23.",
     "RWA", "M23", "UN_PANEL"),
    ("fr", "L'Équipe multilatérale de surveillance des sanctions a publié un texte. La Corée du Nord a remis, toujours selon l'équipe, "
     "des obus à la Russie.", "PRK", "RUS", "MSMT"),
    ("fr", "Les experts de l'ONU ont enquêté à Djouba. L'Ouganda a fourni des blindés au Soudan du Sud, relèvent les enquêteurs.",
     "UGA", "SSD", "UN_PANEL"),
    ("fr", "Le panel d'experts de l'ONU a écrit au Conseil. L'Iran a vendu des roquettes aux houthis, d'après le document.",
     "IRN", "HOUTHI", "UN_PANEL"),
    ("fr", "Le Service national du renseignement a parlé lundi. La Corée du Nord a envoyé des obus à la Russie, a ajouté le service.",
     "PRK", "RUS", "NIS"),
    ("fr", "Les experts de l'ONU l'assurent. La Turquie a fourni, à les en croire, des drones au gouvernement de Tripoli.",
     "TUR", "LBY", "UN_PANEL"),
    ("fr", "Le quotidien a lu la note du groupe d'experts de l'ONU. On y lit que le Rwanda a livré des missiles au M23.",
     "RWA", "M23", "UN_PANEL"),
    # several sources together
    ("en", "Kyiv and Washington claim that Iran delivered drones to Russia.", "IRN", "RUS", "UKR USA"),
    ("en", "Iran delivered drones to Russia, say Kyiv, Washington and London.", "IRN", "RUS", "UKR USA GBR"),
    ("en", "Iran shipped ballistic missiles to Russia, as Washington, Paris and Berlin all maintain.", "IRN", "RUS", "USA FRA DEU"),
    ("en", "According to Seoul, Tokyo and Washington, North Korea shipped shells to Russia.", "PRK", "RUS", "KOR JPN USA"),
    ("fr", "Paris, Berlin et Londres affirment que l'Iran a livré des drones à la Russie.", "IRN", "RUS", "FRA DEU GBR"),
    ("fr", "L'Iran a livré des drones à la Russie, accusent Kiev, Washington et Londres.", "IRN", "RUS", "UKR USA GBR"),
    ("fr", "La Corée du Nord a livré des obus à la Russie, croient les services américains, sud-coréens et ukrainiens.",
     "PRK", "RUS", "USA KOR UKR"),
    # officials, offices, people in asides
    ("en", "A South Korean official, who would not be named, said North Korea had shipped shells to Russia.", "PRK", "RUS", "KOR"),
    ("en", "Colonel Dana Peled, a spokeswoman for the Israeli army, said that Iran had sent rockets to Hezbollah.",
     "IRN", "HEZBOLLAH", "ISR"),
    ("en", "North Korea has shipped shells to Russia, said Baek Dae-ro, a South Korean diplomat, when he presented the text.",
     "PRK", "RUS", "KOR"),
    ("fr", "Le colonel Amir Zilber, porte-parole de l'armée israélienne, a déclaré lundi que l'Iran livrait des roquettes au Hezbollah.",
     "IRN", "HEZBOLLAH", "ISR"),
    ("fr", "La Corée du Nord a livré des obus à la Russie, a dit M. Park Jin-ho, diplomate sud-coréen, en présentant le texte.",
     "PRK", "RUS", "KOR"),
    ("fr", "M. JEAN MUGISHA (Rwanda) a dit que la RDC avait livré des fusils aux FDLR.", "COD", "FDLR", "RWA"),
    ("fr", "La coordonnatrice du Groupe d'experts, Mme Ana LOPERA, a souligné l'urgence. Mme LOPERA a indiqué que le Rwanda avait livré des mortiers au M23.",
     "RWA", "M23", "UN_PANEL"),
    # sources without a verb, or with a noun
    ("en", "Turkey, by the UN Panel's account, landed armoured vehicles for the government in Tripoli.", "TUR", "LBY", "UN_PANEL"),
    ("en", "If you believe Washington, Iran sent drones to Venezuela.", "IRN", "VEN", "USA"),
    ("en", "The UN panel has seen the file. According to the same report, Iran sold rockets to the Houthis.",
     "IRN", "HOUTHI", "UN_PANEL"),
    ("fr", "De l'avis de Séoul, la Corée du Nord a livré des obus à la Russie.", "PRK", "RUS", "KOR"),
    ("fr", "Les experts de l'ONU reprochent à l'Iran d'avoir vendu des roquettes aux houthis.", "IRN", "HOUTHI", "UN_PANEL"),
    ("fr", "Kampala a vendu des blindés au Soudan du Sud, s'insurge Amnesty International.",
     "UGA", "SSD", "unknown"),
    # the voice goes on
    ("en", "South Korea's defence minister spoke on Friday. Russia, he went on, has been supplying North Korea with diesel.",
     "RUS", "PRK", "KOR"),
    ("en", "The UN panel says that Turkey flew drones to Libya. The United Arab Emirates also sent missiles to Haftar's forces.",
     "ARE", "LNA", "UN_PANEL"),
    ("en", "The UN panel found new routes. It goes on. Uganda delivered tanks to South Sudan.", "UGA", "SSD", "UN_PANEL"),
    ("fr", "Les experts de l'ONU affirment que la Turquie a livré des drones à Tripoli. Les Émirats arabes unis ont également livré des "
     "missiles aux forces de Haftar.", "ARE", "LNA", "UN_PANEL"),
    ("fr", "Les experts de l'ONU ont remis leur rapport. Le Rwanda aurait livré des mortiers au M23.", "RWA", "M23", "UN_PANEL"),
    # who is told something, and who is blamed, does not say it
    ("en", "The document, which Moscow mocks, accuses North Korea of having sold shells to Russia, UN experts say.",
     "PRK", "RUS", "UN_PANEL"),
    ("fr", "Selon ses propres sources, l'Ouganda a formé des recrues du M23.", "UGA", "M23", "unknown"),
)  # fmt: skip

DENIED = (
    ("en", "North Korea exported coal to China, UN experts say. China's U.N. mission rejected that.",
     "PRK", "CHN", "CHN"),
    ("en", "Iran flew drones to Venezuela, the United States says. Tehran and Caracas both deny this.", "IRN", "VEN", "IRN VEN"),
    ("en", "North Korea sent shells to Russia, Seoul says. Both governments deny it.", "PRK", "RUS", "PRK RUS"),
    ("en", "Uganda delivered tanks to South Sudan, UN experts say. Uganda's spokesman called the claim baseless.", "UGA", "SSD", "UGA"),
    ("en", "Iran sent missiles to the Houthis, Washington says. Tehran insists it sends nobody weapons.", "IRN", "HOUTHI", "IRN"),
    ("en", "Hezbollah trained Houthi fighters, UN experts say. Hezbollah insisted that it had no trainers there.",
     "HEZBOLLAH", "HOUTHI", "HEZBOLLAH"),
    ("en", "Russia sent shells to the Houthis, officials say. Moscow insists there was no such cargo.", "RUS", "HOUTHI", "RUS"),
    ("en", "Iran shipped missiles to Russia, Kyiv says. Tehran insists it did not.", "IRN", "RUS", "IRN"),
    ("en", "Rwanda gave mortars to the M23, UN experts say. Kigali dismissed it as propaganda.", "RWA", "M23", "RWA"),
    ("en", "Rwanda gave mortars to the M23, UN experts say. Kigali has consistently denied arming them.", "RWA", "M23", "RWA"),
    ("en", "North Korea shipped shells to Russia, Seoul says. Moscow and Pyongyang have denied any transfer.", "PRK", "RUS", "PRK RUS"),
    ("en", "Although Tehran denies it, Iran has sent rockets to Hezbollah, Israel says.", "IRN", "HEZBOLLAH", "IRN"),
    # of two kinds of conduct the one that is spoken of; never the accuser
    ("en", "North Korea shipped shells to Russia, Seoul says. Russia supplied diesel to North Korea in return, it said. "
     "Pyongyang denies that it has sold any shells.", "PRK", "RUS", "PRK"),
    ("en", "Kinshasa accuses Rwanda of arming the M23; Kigali rejects the charge.", "RWA", "M23", "RWA"),
    ("fr", "Le Rwanda a livré des mortiers au M23, selon les experts de l'ONU. Kigali parle d'une fable.", "RWA", "M23", "RWA"),
    ("fr", "L'Iran a livré des roquettes au Hezbollah, selon Israël. Le mouvement assure qu'il n'a reçu aucune roquette.",
     "IRN", "HEZBOLLAH", "HEZBOLLAH"),
    ("fr", "La Chine a vendu des drones à l'Iran, selon Washington. Pékin dément et évoque des jouets.", "CHN", "IRN", "CHN"),
    ("fr", "Bangui accuse le Tchad de livrer des munitions à la Coalition des patriotes pour le changement ; N'Djamena s'en défend.",
     "TCD", "CPC", "TCD"),
    ("fr", "L'Iran a envoyé des missiles aux houthis, selon Washington. « Risible », a répondu la diplomatie iranienne.",
     "IRN", "HOUTHI", "IRN"),
    ("fr", "L'Ouganda a formé des recrues du M23, selon Kinshasa. « Une fable », répond l'armée à Kampala.", "UGA", "M23", "UGA"),
    ("fr", "La Russie a livré des blindés aux forces de Haftar, racontent des dockers. « Du sable », répond l'ambassade de Russie à "
     "Tripoli, qui nie tout envoi.", "RUS", "LNA", "RUS"),
    ("fr", "La Corée du Nord a livré des obus à la Russie, dit Séoul. La Russie a fourni des systèmes antiaériens à Pyongyang. "
     "Moscou et Pyongyang nient toute livraison d'obus.", "PRK", "RUS", "PRK RUS"),
    ("fr", "L'Iran a livré des drones à la Russie, selon Kiev. L'Iran jure n'avoir rien livré.", "IRN", "RUS", "IRN"),
    ("fr", "Le Rwanda a livré des missiles au M23, écrivent les experts de l'ONU. Kigali rejette toutes ces accusations.",
     "RWA", "M23", "RWA"),
    # silence, and what is only half said, deny nothing
    ("en", "Iran sold rockets to the Houthis, Washington says. Tehran did not respond to a request for comment.", "IRN", "HOUTHI", ""),
    ("en", "North Korea sent shells to Russia, Seoul says. Neither government has denied it.", "PRK", "RUS", ""),
    ("en", "North Korea sent shells to Russia, Seoul says. Moscow said that it knew nothing about that.", "PRK", "RUS", ""),
    ("en", "North Korea sent shells to Russia, Seoul says. The Kremlin gave an answer that stopped short of a denial.", "PRK", "RUS", ""),
    ("fr", "L'Iran a vendu des roquettes aux houthis, selon Washington. Téhéran n'a pas donné suite.", "IRN", "HOUTHI", ""),
    ("fr", "L'Ouganda a livré des blindés au Soudan du Sud, selon Amnesty. Kampala ne nie rien.", "UGA", "SSD", ""),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "giver", "taker", "speakers"), SAID, ids=[row[1][-70:] for row in SAID])
def test_who_says_it(read: Reader, language: str, text: str, giver: str, taker: str, speakers: str) -> None:
    claims = [one.claim for one in read(text, language)]
    named = [
        {speaker.id for speaker in claim.speakers}
        for claim in claims
        if (claim.giver and claim.giver.id, claim.taker and claim.taker.id) == (giver, taker)
    ]
    assert named
    assert all(set(speakers.split()) <= ids for ids in named), named
    assert not {giver, taker} & named[0] - set(speakers.split()), "an accused party is no source"


@pytest.mark.parametrize(
    ("language", "text", "giver", "taker", "deniers"), DENIED, ids=[row[1][-70:] for row in DENIED]
)
def test_who_denies_it(read: Reader, language: str, text: str, giver: str, taker: str, deniers: str) -> None:
    claims = [one.claim for one in read(text, language)]
    found = [
        ({party.id for party in claim.denied_by}, claim.status.value)
        for claim in claims
        if (claim.giver and claim.giver.id, claim.taker and claim.taker.id) == (giver, taker)
    ]
    assert found
    assert found[0][0] == set(deniers.split()), found
    assert found[0][1] == "alleged", found
