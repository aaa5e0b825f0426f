"""Law as writers nobody prepared put it, in both languages: what each text cites, in order, and what cites nothing."""

from __future__ import annotations

from datetime import date

import pytest

from checker.extract.citations import find_citations
from checker.match.law import check_citations
from checker.model import Block, BlockKind, Citation, Document
from checker.reference import load_reference

REFERENCE = load_reference()

Expected = tuple[tuple[str, str], ...]
"""Outcomes in order, each with a provision that is meant (empty: none asked for)."""

NUMBERS: list[tuple[str, str, str, Expected]] = [
    ("en", "2023-05-01", "The 2216 text bars anyone from arming the Houthis.", (("supported", "2216:14"),)),
    (
        "en",
        "2023-05-01",
        "Resolution 2397 was adopted by fifteen votes. Under 2397, North Korean labourers had to be repatriated.",
        (("supported", ""), ("supported", "2397:8")),
    ),
    (
        "en",
        "2023-05-01",
        "See OP 8 (b) of resolution 1718, which forbids arms exports by North Korea.",
        (("supported", "1718:8(b)"),),
    ),
    (
        "en",
        "2023-05-01",
        "Sub-paragraph (b) of paragraph 8 of resolution 1718 forbids North Korea to export tanks.",
        (("supported", "1718:8(b)"),),
    ),
    (
        "en",
        "2023-05-01",
        "Paras 8 and 9 of resolution 2371 ban North Korean coal and seafood.",
        (("supported", "2371:8"),),
    ),
    (
        "en",
        "2023-05-01",
        "Resolution 2371, whose paragraph 9 bans North Korean seafood, is widely ignored.",
        (("supported", "2371:9"),),
    ),
    (
        "en",
        "2019-05-01",
        "Resolution 2231 stayed. Annex B, paragraph 6(b), forbade Iran to export arms.",
        (("supported", ""), ("supported", "2231:Annex B 6(b)")),
    ),
    (
        "en",
        "2024-05-01",
        "Resolution 2231 is in two parts. Paragraph 4(a) of the annex, on missile exports by Iran, expired on 18 October 2023.",
        (("supported", ""), ("supported", "2231:Annex B 4(a)")),
    ),
    (
        "en",
        "2022-10-01",
        "The minister waved Annex B of resolution 2231. By then paragraph 6(b), on arms leaving Iran, had lapsed.",
        (("supported", ""), ("supported", "2231:Annex B 6(b)")),
    ),
    (
        "en",
        "2022-10-01",
        "Resolution 2231 forbids it: paragraph 6(b) of the annex bans all arms exports by Iran.",
        (("not_in_force", ""), ("not_in_force", "2231:Annex B 6(b)")),
    ),
    (
        "en",
        "2023-05-01",
        "Resolutions 2371 and 2375, which ban North Korean coal and textiles respectively, are flouted daily.",
        (("supported", "2371:8"),),
    ),
    (
        "en",
        "2023-05-01",
        "Resolution 2375 dates from September 2017 and resolution 2397 from December. "
        "The earlier one barred new work permits for North Koreans.",
        (("supported", ""), ("supported", ""), ("supported", "2375:17")),
    ),
    (
        "en",
        "2023-05-01",
        "Resolution 2371 bans North Korean coal. The same resolution bans North Korean seafood.",
        (("supported", "2371:8"), ("supported", "2371:9")),
    ),
    (
        "en",
        "2023-05-01",
        "Another resolution, adopted three months earlier, had banned North Korean textiles.",
        (("supported", "2375:16"),),
    ),
    ("fr", "2023-05-01", "La 2216 interdit d'armer les houthistes.", (("supported", "2216:14"),)),
    ("fr", "2023-05-01", "La 2371 a banni le charbon nord-coréen.", (("supported", "2371:8"),)),
    (
        "fr",
        "2023-05-01",
        "La résolution 2397 a été votée à l'unanimité. La 2397 impose de rapatrier les ouvriers nord-coréens.",
        (("supported", ""), ("supported", "2397:8")),
    ),
    (
        "fr",
        "2023-05-01",
        "L'alinéa b) du paragraphe 8 de la résolution 1718 interdit à la Corée du Nord d'exporter des chars.",
        (("supported", "1718:8(b)"),),
    ),
    (
        "fr",
        "2023-05-01",
        "Les paragraphes 8 et 9 de la résolution 2371 interdisent le charbon et le poisson nord-coréens.",
        (("supported", "2371:8"),),
    ),
    (
        "fr",
        "2023-05-01",
        "La résolution 2371, dont le paragraphe 9 proscrit les fruits de mer nord-coréens, est oubliée.",
        (("supported", "2371:9"),),
    ),
    (
        "fr",
        "2019-05-01",
        "La résolution 2231 demeure. Le paragraphe 6 b) de l'annexe interdit à l'Iran d'exporter des armes.",
        (("supported", ""), ("supported", "2231:Annex B 6(b)")),
    ),
    (
        "fr",
        "2024-05-01",
        "La résolution 2231 a deux volets. Le paragraphe 4 a) de l'annexe B, sur les transferts de missiles de l'Iran, "
        "a expiré le 18 octobre 2023.",
        (("supported", ""), ("supported", "2231:Annex B 4(a)")),
    ),
    (
        "fr",
        "2023-05-01",
        "Les résolutions 2371 et 2375, qui interdisent respectivement le charbon et le textile nord-coréens, restent lettre morte.",
        (("supported", "2371:8"),),
    ),
    (
        "fr",
        "2023-05-01",
        "La résolution 2375 date de septembre 2017, la résolution 2397 de décembre. "
        "La première a interdit les nouveaux permis de travail aux Nord-Coréens.",
        (("supported", ""), ("supported", ""), ("supported", "2375:17")),
    ),
    (
        "fr",
        "2023-05-01",
        "Une autre résolution, un mois plus tard, a proscrit le textile nord-coréen.",
        (("supported", "2375:16"),),
    ),
]

COUNCIL_ACTS: list[tuple[str, str, str, Expected]] = [
    (
        "en",
        "2022-05-01",
        "The Security Council lets North Korea import four million barrels of crude a year.",
        (("supported", "2397:4"),),
    ),
    (
        "en",
        "2022-05-01",
        "The Security Council permits North Korea 500,000 barrels of refined oil a year.",
        (("supported", "2397:5"),),
    ),
    (
        "en",
        "2022-05-01",
        "The Security Council met on Monday. In 2017 the Council forbade North Korea to sell its seafood.",
        (("supported", "2371:9"),),
    ),
    (
        "en",
        "2022-05-01",
        "The Security Council met on Monday. The Council has banned arms for the Houthis since 2015.",
        (("supported", "2216:14"),),
    ),
    (
        "en",
        "2022-05-01",
        "The annual ceiling of 500,000 barrels, fixed by the Security Council in December 2017, covers refined oil for North Korea.",
        (("supported", "2397:5"),),
    ),
    (
        "en",
        "2020-05-01",
        "The arms embargo that the Council imposed on Libya in 2011 leaks.",
        (("supported", "1970:9"),),
    ),
    (
        "en",
        "2020-05-01",
        "Somalia burns its forests. The ban that the Security Council decreed in 2012 changed nothing.",
        (("supported", "2036:22"),),
    ),
    ("en", "2020-05-01", "The ban on North Korean coal of August 2017 is on paper only.", (("supported", "2371:8"),)),
    (
        "en",
        "2025-02-01",
        "Rebels in eastern Congo gain ground. The UN arms embargo has since 2008 covered only non-governmental groups.",
        (("supported", "1807:1"),),
    ),
    ("en", "2020-05-01", "North Korean statues were banned in November 2016.", (("supported", "2321:29"),)),
    (
        "en",
        "2025-05-01",
        "Weapons of every kind for Haiti were outlawed in October 2024.",
        (("supported", "2752:2"),),
    ),
    (
        "en",
        "2025-05-01",
        "He spoke of Darfur and said the embargo covers the whole of Sudan.",
        (("wrong_detail", "1591:7"),),
    ),
    ("en", "2025-05-01", "Resolution 1591 bans weapons anywhere in Sudan.", (("wrong_detail", "1591:7"),)),
    (
        "en",
        "2024-10-01",
        "Arms flow to the Central African Republic. The embargo on the country was lifted on 30 July 2024.",
        (("supported", ""),),
    ),
    (
        "en",
        "2024-02-01",
        "The United Nations limits on Iranian missile exports ran out on 18 October 2023.",
        (("supported", "2231:Annex B 4(a)"),),
    ),
    (
        "en",
        "2022-02-01",
        "A waiver that the 1988 Committee had granted let the minister travel despite the travel ban.",
        (("generic", ""),),
    ),
    (
        "fr",
        "2022-05-01",
        "Le Conseil de sécurité autorise la Corée du Nord à importer quatre millions de barils de brut par an.",
        (("supported", "2397:4"),),
    ),
    (
        "fr",
        "2022-05-01",
        "Le Conseil de sécurité s'est réuni lundi. En 2017, le Conseil a interdit à Pyongyang de vendre ses produits de la mer.",
        (("supported", "2371:9"),),
    ),
    (
        "fr",
        "2022-05-01",
        "Le Conseil de sécurité siège à New York. Depuis 2015, le Conseil interdit d'armer les houthistes.",
        (("supported", "2216:14"),),
    ),
    (
        "fr",
        "2022-05-01",
        "Le plafond annuel de 500 000 barils de produits raffinés fixé par l'ONU pour la Corée du Nord a été crevé en mai.",
        (("supported", "2397:5"),),
    ),
    (
        "fr",
        "2020-05-01",
        "L'embargo sur les armes que le Conseil a imposé à la Libye en 2011 fuit.",
        (("supported", "1970:9"),),
    ),
    (
        "fr",
        "2020-05-01",
        "La Somalie brûle ses forêts. L'interdiction décidée par le Conseil de sécurité en 2012 n'y a rien changé.",
        (("supported", "2036:22"),),
    ),
    (
        "fr",
        "2020-05-01",
        "L'interdiction du charbon nord-coréen d'août 2017 reste théorique.",
        (("supported", "2371:8"),),
    ),
    (
        "fr",
        "2025-02-01",
        "Les rebelles avancent dans l'est du Congo. L'embargo de l'ONU ne s'applique depuis 2008 qu'aux groupes non gouvernementaux.",
        (("supported", "1807:1"),),
    ),
    (
        "fr",
        "2020-05-01",
        "Les statues nord-coréennes ont été interdites en novembre 2016.",
        (("supported", "2321:29"),),
    ),
    ("fr", "2025-05-01", "La résolution 1591 interdit les armes dans tout le Soudan.", (("wrong_detail", "1591:7"),)),
    (
        "fr",
        "2024-10-01",
        "Les armes affluent en Centrafrique. L'embargo sur le pays a été levé le 30 juillet 2024.",
        (("supported", ""),),
    ),
    (
        "fr",
        "2024-02-01",
        "Les restrictions de l'ONU sur les transferts de missiles iraniens ont expiré le 18 octobre 2023.",
        (("supported", "2231:Annex B 4(a)"),),
    ),
    (
        "fr",
        "2024-02-01",
        "Le verrou de la résolution 2231 sur les missiles iraniens a sauté le 18 octobre 2023.",
        (("supported", "2231:Annex B 4(a)"),),
    ),
    (
        "fr",
        "2022-02-01",
        "La dérogation que le comité 1988 lui avait accordée levait l'interdiction de voyager.",
        (("generic", ""),),
    ),
]

OTHERS: list[tuple[str, str, str, Expected]] = [
    ("en", "2024-05-01", "The EU extended its sanctions on Belarus until February.", (("other_regime", ""),)),
    ("en", "2024-05-01", "Brussels keeps a blacklist of its own.", (("other_regime", ""),)),
    ("en", "2024-05-01", "London and Ottawa maintain their own lists.", (("other_regime", ""),)),
    ("en", "2024-05-01", "The US Treasury put two brokers on its own blacklist.", (("other_regime", ""),)),
    (
        "en",
        "2024-05-01",
        "Britain, France and Germany announced new sanctions against three airlines.",
        (("other_regime", ""),),
    ),
    ("en", "2024-05-01", "The European Union's separate measures stay in force.", (("other_regime", ""),)),
    ("en", "2024-05-01", "Washington has widened its embargo on the island.", (("other_regime", ""),)),
    ("en", "2024-05-01", "The cargo was priced above the cap on Russian crude.", (("other_regime", ""),)),
    ("en", "2024-05-01", "Tokyo tightened its export restrictions on machine tools.", (("other_regime", ""),)),
    (
        "en",
        "2024-05-01",
        "A US resolution of 2017 obliges all states to send such workers home to North Korea by the end of 2019, "
        "and Russia voted for it.",
        (("wrong_body", "2397:8"),),
    ),
    ("en", "2024-05-01", "EU resolution 2371 bans North Korean coal.", (("wrong_body", "2371:8"),)),
    ("en", "2024-05-01", "A European law bars all member states from hiring North Koreans.", (("other_regime", ""),)),
    ("en", "2024-05-01", "The UN sanctions on Russia forbid such sales.", (("wrong_body", ""),)),
    ("fr", "2024-05-01", "L'UE a prolongé ses sanctions contre la Biélorussie.", (("other_regime", ""),)),
    ("fr", "2024-05-01", "Bruxelles prépare son dix-septième paquet de sanctions.", (("other_regime", ""),)),
    ("fr", "2024-05-01", "Londres et Ottawa ont leurs propres listes noires.", (("other_regime", ""),)),
    ("fr", "2024-05-01", "Le Trésor américain a allongé sa propre liste.", (("other_regime", ""),)),
    (
        "fr",
        "2024-05-01",
        "Paris, Berlin et Londres ont annoncé de nouvelles sanctions contre trois compagnies.",
        (("other_regime", ""),),
    ),
    ("fr", "2024-05-01", "Les mesures distinctes de l'Union européenne demeurent.", (("other_regime", ""),)),
    ("fr", "2024-05-01", "Washington a durci son embargo contre l'île.", (("other_regime", ""),)),
    (
        "fr",
        "2024-05-01",
        "Le brut était vendu au-dessus du plafond appliqué au pétrole russe.",
        (("other_regime", ""),),
    ),
    (
        "fr",
        "2024-05-01",
        "Une résolution américaine de 2017 oblige tous les États à renvoyer chez eux les ouvriers nord-coréens d'ici fin 2019.",
        (("wrong_body", "2397:8"),),
    ),
    ("fr", "2024-05-01", "Les sanctions de l'ONU contre la Russie interdisent ces ventes.", (("wrong_body", ""),)),
]

FAULTS: list[tuple[str, str, str, Expected]] = [
    (
        "en",
        "2024-05-01",
        "Resolution 2375 obliged China to send every North Korean labourer home by December 2019.",
        (("wrong_resolution", "2397:8"),),
    ),
    (
        "en",
        "2024-05-01",
        "Resolution 2397 told states to keep their ships from swapping cargo at sea with North Korean vessels.",
        (("wrong_resolution", "2375:11"),),
    ),
    (
        "en",
        "2024-05-01",
        "Resolution 2397 gave host countries two years to return North Koreans earning wages abroad.",
        (("supported", "2397:8"),),
    ),
    (
        "en",
        "2024-05-01",
        "Resolution 2397 required North Korean workers to be sent home by the end of 2019.",
        (("supported", "2397:8"),),
    ),
    ("en", "2024-05-01", "Resolution 2371 (2016) bans North Korean coal.", (("wrong_detail", ""),)),
    ("en", "2024-05-01", "Resolution 9417 bans North Korean coal.", (("unknown_resolution", "2371:8"),)),
    (
        "en",
        "2026-02-01",
        "Resolution 1929 forbade Iran any activity on ballistic missiles able to carry a nuclear warhead.",
        (("supported", "1929:9"),),
    ),
    (
        "en",
        "2026-02-01",
        "UN sanctions came back into force on 28 September 2025, in the view of the Secretariat.",
        (("disputed", ""),),
    ),
    ("en", "2026-02-01", "For Moscow, resolution 2231 died on 18 October 2025.", (("disputed", ""),)),
    (
        "en",
        "2024-05-01",
        "Resolution 1988 set up a list for the Taliban, with an asset freeze and a travel ban.",
        (("supported", ""),),
    ),
    (
        "en",
        "2016-01-10",
        "Operative paragraph 9 of resolution 1929 forbids Iran any work on such missiles.",
        (("supported", "1929:9"),),
    ),
    (
        "fr",
        "2024-05-01",
        "La résolution 2375 obligeait la Chine à renvoyer chez eux tous les ouvriers nord-coréens avant fin 2019.",
        (("wrong_resolution", "2397:8"),),
    ),
    (
        "fr",
        "2024-05-01",
        "La résolution 2397 interdit d'échanger des cargaisons en haute mer avec des navires nord-coréens.",
        (("wrong_resolution", "2375:11"),),
    ),
    (
        "fr",
        "2024-05-01",
        "La résolution 2397 donnait deux ans aux pays d'accueil pour rapatrier les Nord-Coréens qui y travaillent.",
        (("supported", "2397:8"),),
    ),
    ("fr", "2024-05-01", "La résolution 2371 (2016) proscrit le charbon nord-coréen.", (("wrong_detail", ""),)),
    ("fr", "2024-05-01", "La résolution 9417 proscrit le charbon nord-coréen.", (("unknown_resolution", "2371:8"),)),
    (
        "fr",
        "2026-02-01",
        "La résolution 1929 interdisait à l'Iran toute activité liée aux missiles balistiques.",
        (("supported", "1929:9"),),
    ),
    (
        "fr",
        "2026-02-01",
        "Les sanctions de l'ONU sont revenues en vigueur le 28 septembre 2025, selon le Secrétariat.",
        (("disputed", ""),),
    ),
    ("fr", "2026-02-01", "Pour Moscou, la résolution 2231 est morte le 18 octobre 2025.", (("disputed", ""),)),
    (
        "fr",
        "2025-01-20",
        "Téhéran redoute la procédure dite du « snapback ».",
        (("generic", ""),),
    ),
    (
        "en",
        "2025-01-20",
        "Iran fears the so-called snapback mechanism.",
        (("generic", ""),),
    ),
    (
        "fr",
        "2023-11-20",
        "Le régime de sanctions de l'ONU contre le Mali a cessé d'exister le 31 août 2023.",
        (("supported", ""),),
    ),
]

MORE: list[tuple[str, str, str, Expected]] = [
    (
        "en",
        "2023-05-01",
        "Under paragraph 5 of 2397, refined oil for North Korea is capped at 500,000 barrels a year.",
        (("supported", "2397:5"),),
    ),
    (
        "en",
        "2023-05-01",
        "International sanctions forbid the sale of North Korean seafood.",
        (("supported", "2371:9"),),
    ),
    ("en", "2023-05-01", "Such sales are banned under international sanctions.", (("generic", ""),)),
    (
        "en",
        "2023-05-01",
        "The coal ban adopted in August 2017 was respected, North Korean shippers say.",
        (("supported", "2371:8"),),
    ),
    (
        "en",
        "2023-05-01",
        "The UN gave host countries until the end of 2019 to send North Korean labourers home.",
        (("supported", "2397:8"),),
    ),
    ("en", "2023-05-01", "The IAEA resolution forbids Iran to enrich uranium.", (("other_regime", ""),)),
    ("en", "2023-05-01", "The General Assembly banned arms sales to Myanmar in 2021.", (("other_regime", ""),)),
    (
        "en",
        "2023-05-01",
        "The 1718 Committee granted an exemption for the sale of ambulances to North Korea.",
        (("generic", ""),),
    ),
    (
        "en",
        "2023-05-01",
        "The measure imposed by the Security Council in 2018 bars arms from South Sudan.",
        (("supported", "2428:4"),),
    ),
    ("en", "2023-05-01", "Ottawa followed with penalties on twelve vessels.", (("other_regime", ""),)),
    ("en", "2023-05-01", "The Treasury's list already named the captain.", (("other_regime", ""),)),
    ("en", "2023-05-01", "A 2015 UN resolution bans North Korean statues.", (("wrong_detail", "2321:29"),)),
    (
        "en",
        "2023-05-01",
        "Resolution 2387 requires North Korean workers to be sent home.",
        (("wrong_resolution", "2397:8"),),
    ),
    (
        "en",
        "2023-05-01",
        "Resolution 2397 caps deliveries of crude at two million barrels.",
        (("wrong_detail", "2397:4"),),
    ),
    (
        "en",
        "2023-05-01",
        "Under resolution 2375 joint ventures with North Korea had to close by 9 January 2018.",
        (("supported", "2375:18"),),
    ),
    ("en", "2023-05-01", "Resolution 1559 bars arms deliveries to Hezbollah.", (("wrong_resolution", "1701:15(a)"),)),
    (
        "fr",
        "2023-05-01",
        "Le paragraphe 5 de la 2397 plafonne le raffiné livré à la Corée du Nord à 500 000 barils par an.",
        (("supported", "2397:5"),),
    ),
    (
        "fr",
        "2023-05-01",
        "Les sanctions internationales interdisent la vente de fruits de mer nord-coréens.",
        (("supported", "2371:9"),),
    ),
    (
        "fr",
        "2023-05-01",
        "L'ONU avait donné jusqu'à fin 2019 aux pays hôtes pour renvoyer les travailleurs nord-coréens.",
        (("supported", "2397:8"),),
    ),
    ("fr", "2023-05-01", "La résolution de l'AIEA interdit à l'Iran d'enrichir l'uranium.", (("other_regime", ""),)),
    (
        "fr",
        "2023-05-01",
        "L'Assemblée générale a interdit la vente d'armes à la Birmanie en 2021.",
        (("other_regime", ""),),
    ),
    ("fr", "2023-05-01", "Le comité 1718 a accordé une exemption pour des ambulances.", (("generic", ""),)),
    (
        "fr",
        "2023-05-01",
        "La mesure décidée par le Conseil de sécurité en 2018 ferme le Soudan du Sud aux armes.",
        (("supported", "2428:4"),),
    ),
    ("fr", "2023-05-01", "Ottawa a suivi avec des sanctions contre douze navires.", (("other_regime", ""),)),
    ("fr", "2023-05-01", "La liste du Trésor américain mentionnait déjà le capitaine.", (("other_regime", ""),)),
    (
        "fr",
        "2023-05-01",
        "Une résolution de l'ONU de 2015 interdit les statues nord-coréennes.",
        (("wrong_detail", "2321:29"),),
    ),
    (
        "fr",
        "2023-05-01",
        "La résolution 2387 impose de rapatrier les travailleurs nord-coréens.",
        (("wrong_resolution", "2397:8"),),
    ),
    (
        "fr",
        "2023-05-01",
        "La résolution 2397 plafonne le brut à deux millions de barils.",
        (("wrong_detail", "2397:4"),),
    ),
    (
        "fr",
        "2023-05-01",
        "La résolution 1559 interdit d'armer le Hezbollah depuis 2004.",
        (("wrong_resolution", "1701:15(a)"),),
    ),
    (
        "fr",
        "2023-05-01",
        "Aux termes de la résolution 2375, les coentreprises avec la Corée du Nord devaient fermer avant le 9 janvier 2018.",
        (("supported", "2375:18"),),
    ),
]

NOTHING: list[tuple[str, str]] = [
    ("en", "None of this rests on a UN embargo."),
    ("en", "That coast has never been under a UN embargo."),
    ("en", "The country was never put under an arms embargo."),
    ("en", "The city council banned scooters from the promenade in June."),
    ("en", "The European Council discussed fisheries, and the Council of Ministers approved the budget."),
    ("en", "The headmaster lifted his ban on telephones, and pupils keep their own lists."),
    ("en", "He paid 2371 dollars for the 2397 model, and 2216 people cheered."),
    ("en", "The doctor ended the travel restrictions that the flu had made necessary."),
    ("en", "The earlier one was cheaper, and the later one sold out."),
    ("en", "Another text message arrived while the poet was reading."),
    ("en", "Smoking was banned in pubs in 2007, and fox hunting two years before."),
    ("en", "Retailers expect a snapback in sales this spring."),
    ("fr", "Rien de tout cela ne repose sur un embargo de l'ONU."),
    ("fr", "Ce port n'a jamais été soumis à un embargo de l'ONU."),
    ("fr", "Le Conseil d'État a suspendu l'arrêté, et le Conseil constitutionnel dira le reste."),
    ("fr", "Le conseil municipal a interdit les trottinettes en juin."),
    ("fr", "Il a payé sa 2008 comptant, et la 2371 est restée au garage."),
    ("fr", "Le proviseur a levé son interdiction, et chacun garde ses propres listes."),
    ("fr", "La première a fermé, la seconde affiche complet."),
    ("fr", "Un autre texte de Racine est au programme."),
    ("fr", "Le tabac a été interdit dans les cafés en 2008."),
    ("fr", "Les restrictions d'eau ont été levées dans le Var."),
    ("en", "There is no Council ban on trading gold from the Democratic Republic of the Congo."),
    ("en", "No UN sanctions prevent Russia from selling oil."),
    ("en", "The United Nations has never imposed an arms embargo on Mali."),
    ("fr", "Aucune règle du Conseil n'interdit le commerce de l'or congolais."),
    ("fr", "Aucune sanction de l'ONU n'empêche la Russie de vendre son pétrole."),
    ("fr", "L'ONU n'a jamais imposé d'embargo sur les armes au Mali."),
]

ORDINARY: list[tuple[str, str]] = [
    (
        "en",
        "The town council voted on Tuesday to ban fireworks within the old walls. Residents had asked for the rule since 2019. The mayor said the fine, 200 dollars, would be reviewed in a year.",
    ),
    (
        "en",
        "European leaders gathered in Brussels to discuss farm subsidies. France and Germany announced a joint fund for wheat growers. The Council of Ministers will vote on the text in June.",
    ),
    (
        "en",
        "The striker was banned for three matches after the federation reviewed the video. His club, London-based, lifted its own fine. The coach called the first decision harsh and the second fair.",
    ),
    (
        "en",
        "Apple told its suppliers in China that coal power must end by 2030. The company imposed limits on emissions and keeps a list of its own for audits. Analysts in Washington were sceptical.",
    ),
    (
        "en",
        "Doctors lifted the visiting restrictions on Monday. Patients may now receive flowers again. The hospital's own rules on food remain, and the 2024 text is posted at the door.",
    ),
    (
        "en",
        "Iran's football team lands in Doha today. Its supporters were barred from the last match. The ministry gave them until Friday to collect tickets.",
    ),
    (
        "en",
        "North Korea opened a beach resort, state media said. Russian tourists arrived by train. The hotel has 7,000 rooms, and beer costs 2397 won.",
    ),
    (
        "en",
        "Libya's parliament approved a budget. The central bank in Tripoli will set limits on dollar sales. Fuel subsidies were ended in March and restored in April.",
    ),
    (
        "en",
        "The UN opened a climate summit in Nairobi. Delegates hope for a ceiling on emissions by 2035. The Secretary-General said the world had let poor countries down.",
    ),
    (
        "en",
        "A Somali novelist won the prize. Her second text, written in London, was banned by her school in 1998. The jury praised another text on charcoal burners.",
    ),
    (
        "en",
        "Haiti's national team was fined. The first of the two games ended in a draw, the latter was abandoned. Police banned drums from the stadium in 2022.",
    ),
    (
        "en",
        "The US Treasury published its quarterly accounts. Congress adopted a spending limit in March. The Senate renewed its committee on fisheries.",
    ),
    (
        "fr",
        "Le conseil municipal de Lyon a voté lundi l'interdiction des terrasses chauffées. La mesure, décidée en 2021, avait été reportée. Les cafetiers dénoncent un texte absurde.",
    ),
    (
        "fr",
        "Paris et Berlin ont annoncé une aide aux éleveurs. Bruxelles examine ses propres règles sur les engrais. La première réunion a porté sur le blé.",
    ),
    (
        "fr",
        "La préfecture a levé les restrictions d'eau dans le Gard. Les piscines peuvent de nouveau être remplies. La limite de vitesse, fixée par le maire, demeure.",
    ),
    (
        "fr",
        "L'équipe d'Iran s'est imposée hier à Doha. Ses joueurs étaient sanctionnés depuis mars. La fédération leur avait interdit de parler à la presse en 2022.",
    ),
    (
        "fr",
        "La Corée du Nord a fêté l'anniversaire de son fondateur. Des touristes russes ont assisté au défilé. La 2301 était la chambre la plus chère de l'hôtel.",
    ),
    (
        "fr",
        "Le Conseil d'État a annulé l'arrêté. Le Conseil constitutionnel avait censuré la loi en 2019. Un autre texte sera présenté à l'automne.",
    ),
    (
        "fr",
        "Au Soudan, les récoltes ont été mauvaises. Le gouvernement plafonne le prix du pain. Un convoi de l'ONU a livré de la farine, et le Conseil des ministres s'est réuni.",
    ),
    (
        "fr",
        "Washington a adopté un nouveau budget. Le Sénat a limité les dépenses. Le Trésor a publié sa liste de créanciers.",
    ),
    (
        "fr",
        "La romancière somalienne raconte le charbon de bois, les marchés et les interdits. Son précédent livre avait été interdit en 1998 par son école. La seconde partie se passe à Londres.",
    ),
    (
        "fr",
        "Le Mali a accueilli un festival. L'embargo médiatique a été levé la veille. Les artistes ont obtenu des visas, et la première soirée a été gratuite.",
    ),
]
"""Paragraphs of ordinary news, with words of law that are not the Council's."""

TOLD = [*NUMBERS, *COUNCIL_ACTS, *OTHERS, *FAULTS, *MORE]


def check(language: str, day: str, text: str) -> tuple[Citation, ...]:
    blocks = (Block(BlockKind.BODY, 0, len(text)),)
    document = Document("d", "k", "s", "0", text, language=language, published=date.fromisoformat(day), blocks=blocks)
    return check_citations(document, find_citations(document, ()), (), REFERENCE)


@pytest.mark.parametrize(("language", "day", "text", "expected"), TOLD, ids=[row[2][:60] for row in TOLD])
def test_law_is_found_and_judged_however_it_is_put(language: str, day: str, text: str, expected: Expected) -> None:
    found = check(language, day, text)
    assert tuple(one.outcome.value for one in found) == tuple(outcome for outcome, _ in expected)
    for one, (_, provision) in zip(found, expected, strict=True):
        assert not provision or provision in one.provisions


@pytest.mark.parametrize(
    ("language", "text"), [*NOTHING, *ORDINARY], ids=[row[1][:60] for row in [*NOTHING, *ORDINARY]]
)
def test_what_cites_no_law_gives_no_citation(language: str, text: str) -> None:
    assert check(language, "2024-05-01", text) == ()
