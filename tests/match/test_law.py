"""What the check says of a citation: one table an outcome, each row a sentence with the paragraph that is meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extract.citations import find_citations
from checker.match.law import check_citations
from checker.match.rulebook import holds_paragraph, neighbours, rulebook_of
from checker.model import (
    Assessed,
    Block,
    BlockKind,
    Certainty,
    Citation,
    Claim,
    Document,
    Evidence,
    Finding,
    Force,
    ForceAnswer,
    Item,
    Label,
    LegalLink,
    Match,
    Outcome,
    Party,
    Period,
    Role,
    Status,
)
from checker.reference import load_reference

REFERENCE = load_reference()

SUPPORTED = [
    ("en", "2023-05-04", "2371:8", "Resolution 2371 bans coal exports from North Korea."),
    (
        "en",
        "2023-05-04",
        "2371:8",
        "UN Security Council resolution 2371 (2017) prohibits North Korea from selling coal.",
    ),
    (
        "en",
        "2023-05-04",
        "2397:8",
        "Resolution 2397 requires member states to repatriate North Korean workers by 2019.",
    ),
    (
        "en",
        "2023-05-04",
        "2397:8",
        "Resolution 2397 requires member states to send home North Korean workers by 22 December 2019.",
    ),
    (
        "en",
        "2023-05-04",
        "2397:5",
        "Resolution 2397 caps refined petroleum exports to North Korea at 500,000 barrels a year.",
    ),
    (
        "en",
        "2023-05-04",
        "2397:8",
        "Paragraph 8 of resolution 2397 (2017) requires states to repatriate North Korean workers.",
    ),
    ("en", "2023-05-04", "1970:9", "The UN arms embargo on Libya forbids such deliveries."),
    ("en", "2023-05-04", "2428:4", "They recalled the arms embargo on South Sudan."),
    ("en", "2023-05-04", "1874:9", "UN resolutions bar North Korea from exporting arms."),
    ("en", "2023-05-04", "", "Resolutions 1718, 1874 and 2270 prohibit North Korea from exporting arms."),
    ("en", "2023-05-04", "", "Resolutions 1718 through 2397 prohibit North Korea from exporting arms."),
    ("en", "2024-03-04", "1907:5", "The arms embargo on Eritrea was lifted in November 2018."),
    (
        "en",
        "2024-03-04",
        "2375:11",
        "Paragraph 11 of resolution 2375 forbids ship-to-ship transfers with North Korean vessels.",
    ),
    ("fr", "2023-05-04", "2371:8", "La résolution 2371 interdit à la Corée du Nord d'exporter du charbon."),
    (
        "fr",
        "2023-05-04",
        "2397:8",
        "La résolution 2397 oblige les États à rapatrier les travailleurs nord-coréens d'ici 2019.",
    ),
    ("fr", "2023-05-04", "2428:4", "Ils ont rappelé l'embargo sur les armes visant le Soudan du Sud."),
    (
        "fr",
        "2023-05-04",
        "2397:8",
        "Le paragraphe 8 de la résolution 2397 exige le rapatriement des travailleurs nord-coréens.",
    ),
    ("fr", "2023-05-04", "1874:9", "Les résolutions de l'ONU interdisent à la Corée du Nord d'exporter des armes."),
    ("fr", "2023-05-04", "2375:17", "La résolution 2375 interdit de nouveaux permis de travail aux Nord-Coréens."),
    ("fr", "2023-05-04", "2321:29", "La résolution 2321 interdit à Pyongyang de vendre des statues."),
    ("en", "2023-05-04", "2094:5", "OP5 of UNSCR 2094 is about ballistic missiles and nuclear money."),
    (
        "en",
        "2025-05-04",
        "2231:Annex B 6(b)",
        "Paragraph 6(b) of Annex B to resolution 2231, which controlled arms from Iran, ended on 18 October 2020.",
    ),
    ("en", "2024-05-04", "2713:4", "Resolution 2713 prohibits arms deliveries to Al-Shabaab in Somalia."),
    ("en", "2024-05-04", "2036:22", "Somali charcoal is under a UN export ban."),
    ("en", "2018-01-10", "2371:10", "Resolution 2371 forbids North Korea to export lead."),
    ("en", "2018-01-10", "2397:6", "Paragraph 6 of resolution 2397 bans North Korean exports of food and machinery."),
    ("en", "2022-01-10", "1701:15(a)", "Resolution 1701 requires states to stop arms sales to militias in Lebanon."),
    ("en", "2022-01-10", "", "Resolution 1540 concerns non-state actors."),
    ("en", "2022-01-10", "", "Resolution 1373 requires all states to stop terrorist financing."),
    ("en", "2022-01-10", "1591:7", "Resolution 1591 extends the arms embargo to all parties in Darfur."),
    ("en", "2022-01-10", "", "The panel was told that resolution 1718 (2006) still stands."),
    ("en", "2022-01-10", "2397:8", "The 2017 UN resolution requires all states to repatriate North Korean workers."),
    ("en", "2022-01-10", "2371:8", "The UN ban on North Korean coal has teeth."),
    ("en", "2022-01-10", "2371:8", "The coal ban on North Korea dates from 2017."),
    (
        "en",
        "2022-01-10",
        "2397:5",
        "The cap on refined petroleum for North Korea is 500,000 barrels a year under resolution 2397.",
    ),
    ("en", "2022-01-10", "2270:6", "Resolution 2270 forbids the supply of arms to North Korea."),
    ("en", "2022-01-10", "1970:9", "Resolution 1970 prohibits arms deliveries to Libya."),
    ("en", "2022-01-10", "1970:9", "Resolution 1970 (2011), paragraph 9, prohibits arms deliveries to Libya."),
    ("en", "2022-01-10", "2374:1", "Resolution 2374 imposed a travel ban on Malians."),
    (
        "fr",
        "2022-01-10",
        "1591:7",
        "La résolution 1591 étend l'embargo sur les armes à toutes les parties au Darfour.",
    ),
    (
        "fr",
        "2022-01-10",
        "1701:15(a)",
        "La résolution 1701 oblige les États à empêcher les ventes d'armes aux milices au Liban.",
    ),
    ("fr", "2022-01-10", "2036:22", "Le charbon de bois somalien est sous une interdiction onusienne depuis 2012."),
    (
        "fr",
        "2022-01-10",
        "2397:5",
        "La résolution 2397 plafonne à 500 000 barils par an les produits raffinés livrés à la Corée du Nord.",
    ),
    (
        "fr",
        "2022-01-10",
        "2397:8",
        "La même année, le paragraphe 8 de la résolution 2397 (2017) du Conseil de sécurité a ordonné le renvoi des ouvriers nord-coréens.",
    ),
    ("fr", "2022-01-10", "2371:8", "La résolution 2371 bannit le charbon nord-coréen."),
    (
        "fr",
        "2022-01-10",
        "1718:2",
        "La résolution 1718 exige de la Corée du Nord qu'elle ne procède à aucun essai nucléaire.",
    ),
    ("fr", "2022-01-10", "2270:6", "La résolution 2270 interdit de livrer des armes à la Corée du Nord."),
    ("fr", "2022-01-10", "1970:9", "L'embargo sur les armes de l'ONU contre la Libye interdit ces livraisons."),
    ("fr", "2022-01-10", "1907:5", "L'embargo sur les armes visant l'Érythrée a été levé le 14 novembre 2018."),
    (
        "fr",
        "2022-01-10",
        "2375:11",
        "Le paragraphe 11 de la résolution 2375 interdit les transbordements en mer avec des navires nord-coréens.",
    ),
    ("en", "2024-06-10", "", "UN sanctions on Eritrea were lifted in November 2018."),
    ("fr", "2024-06-10", "", "Les sanctions de l'ONU contre l'Érythrée ont été levées en novembre 2018."),
    (
        "en",
        "2023-11-20",
        "2270:8",
        "Resolution 2270 tells States not to buy goods that would strengthen North Korea's army.",
    ),
    (
        "en",
        "2024-02-01",
        "2397:7",
        "The lorries were shipped in defiance of paragraph 7 of resolution 2397 (2017), which shuts North Korea off from imported vehicles and machinery.",
    ),
    (
        "en",
        "2024-02-01",
        "2397:9",
        "Paragraph 9 of resolution 2397 lets states seize ships that carry North Korean coal into their ports.",
    ),
    (
        "en",
        "2024-02-01",
        "2375:18",
        "Under Security Council resolution 2375, every joint venture with a North Korean partner had to close by 9 January 2018.",
    ),
    ("en", "2024-02-01", "2321:32", "Resolution 2321 forbids public financial support for trade with North Korea."),
    ("en", "2024-02-01", "2094:11", "A lawyer noted that OP11 of resolution 2094 covers bulk cash."),
    ("en", "2024-02-01", "2216:14", "Resolution 2216 bans arms for the Houthis."),
    ("en", "2024-02-01", "2216:14", "Arming the Houthis is forbidden by Security Council resolution 2216 (2015)."),
    (
        "en",
        "2024-02-01",
        "",
        "The flights broke resolution 1970, the experts concluded, since no weapon may reach Libya.",
    ),
    ("en", "2024-02-01", "1701:15(a)", "Rockets for Hezbollah are outlawed by resolution 1701."),
    (
        "en",
        "2024-12-01",
        "2745:2",
        "Under resolution 2745, only armed groups in the Central African Republic are barred from receiving weapons.",
    ),
    ("en", "2025-02-01", "2428:4", "South Sudan remains under a UN arms embargo."),
    ("en", "2025-02-01", "1970:9", "Libya has been under a UN arms embargo since 2011."),
    ("en", "2025-02-01", "2752:2", "Haiti is under a UN arms embargo."),
    ("en", "2025-02-01", "2734:1(a)", "Resolution 2734 freezes the assets of Al-Qaida."),
    ("en", "2025-02-01", "1718:8(a)(iii)", "Luxury goods for North Korea have been banned since resolution 1718."),
    ("en", "2025-02-01", "", "Paragraph 8 (a) (iii) of resolution 1718 (2006) bars luxury goods for Pyongyang."),
    (
        "en",
        "2025-02-01",
        "2397:8",
        '"Resolution 2397 said they all had to be home by December 2019," the foreman said of the North Korean workers.',
    ),
    (
        "en",
        "2018-02-01",
        "2375:14",
        "Resolution 2375 capped refined petroleum at 500,000 barrels for the last quarter of 2017.",
    ),
    (
        "en",
        "2020-02-01",
        "2231:Annex B 5",
        "Paragraph 5 of Annex B to resolution 2231 restricts tank sales to Iran until October 2020.",
    ),
    (
        "en",
        "2022-09-01",
        "2231:Annex B 3",
        "Paragraph 3 of Annex B to resolution 2231 calls upon Iran not to launch ballistic missiles.",
    ),
    ("en", "2022-09-01", "2048:4", "Resolution 2048 (2012) imposed a travel ban on officers in Guinea-Bissau."),
    ("fr", "2024-02-01", "2216:14", "La résolution 2216 interdit de fournir des armes aux Houthis."),
    (
        "fr",
        "2024-02-01",
        "2397:7",
        "Le paragraphe 7 de la résolution 2397 prohibe la vente de camions et de machines à la Corée du Nord.",
    ),
    (
        "fr",
        "2024-02-01",
        "2375:18",
        "La résolution 2375 a obligé les États à fermer les coentreprises avec la Corée du Nord avant le 9 janvier 2018.",
    ),
    ("fr", "2024-02-01", "1970:9", "La Libye est sous embargo sur les armes de l'ONU depuis 2011."),
    ("fr", "2024-02-01", "2428:4", "Le Soudan du Sud reste visé par un embargo des Nations unies sur les armes."),
    (
        "fr",
        "2024-02-01",
        "1718:8(a)(iii)",
        "Le paragraphe 8 a) iii) de la résolution 1718 interdit les produits de luxe à la Corée du Nord.",
    ),
    (
        "fr",
        "2022-09-01",
        "2048:4",
        "La résolution 2048 (2012) frappe d'une interdiction de voyager des officiers de Guinée-Bissau.",
    ),
    (
        "fr",
        "2022-09-01",
        "1718:2",
        "Ce tir viole la résolution 1718, qui interdit à Pyongyang les missiles balistiques.",
    ),
    (
        "en",
        "2024-10-03",
        "",
        "The sale of shells by North Korea violates resolutions 1718 (2006), 1874 (2009) and 2270 (2016).",
    ),
    (
        "en",
        "2024-10-03",
        "2371:8",
        "China's imports of North Korean coal, banned by resolution 2371, fell last year.",
    ),
    (
        "en",
        "2024-10-03",
        "1591:7",
        "Weapons sent by the Emirates to the RSF in Darfur breach resolution 1591, experts say.",
    ),
    (
        "en",
        "2024-10-03",
        "1970:9",
        "Turkey's delivery of drones to Tripoli breached resolution 1970, the panel found.",
    ),
    (
        "en",
        "2024-10-03",
        "1970:9",
        "Russia has flown arms to Libya in breach of paragraph 9 of resolution 1970 (2011).",
    ),
    ("en", "2024-10-03", "", "Iran has for years armed the Houthis in violation of resolution 2216."),
    (
        "en",
        "2024-10-03",
        "1718:8(a)(iii)",
        "Under resolution 1718, passed in 2006, luxury goods for North Korea are banned.",
    ),
    (
        "en",
        "2024-10-03",
        "1718:8(a)(iii)",
        "Under resolution 1718, adopted on October 14, 2006, luxury goods for North Korea are banned.",
    ),
    (
        "en",
        "2024-10-03",
        "2397:5",
        "The Security Council's annual cap of 500,000 barrels of refined oil for North Korea was passed by June, Washington said.",
    ),
    ("en", "2024-10-03", "1907:6", "Resolution 1907 once also forbade Eritrea to export arms."),
    ("en", "2024-10-03", "", "Security Council resolution 2664 carved out humanitarian aid from every asset freeze."),
    ("en", "2024-10-03", "", "The Council extended the Darfur measures for a year by resolution 2750 (2024)."),
    ("en", "2024-10-03", "2731:n/c-1", "Resolution 2731 extended the arms embargo on South Sudan until 31 May 2025."),
    (
        "fr",
        "2024-10-03",
        "",
        "La vente d'obus par la Corée du Nord viole les résolutions 1718 (2006), 1874 (2009) et 2270 (2016).",
    ),
    (
        "fr",
        "2024-10-03",
        "1591:7",
        "Les armes livrées par les Émirats aux FSR au Darfour violent la résolution 1591, selon les experts.",
    ),
    (
        "fr",
        "2024-10-03",
        "1970:9",
        "La livraison de drones à Tripoli par la Turquie contrevient à la résolution 1970, écrit le groupe d'experts.",
    ),
    ("fr", "2024-10-03", "", "L'Iran arme les houthistes au mépris de la résolution 2216."),
    (
        "fr",
        "2024-10-03",
        "1718:8(a)(iii)",
        "Aux termes de la résolution 1718, adoptée le 14 octobre 2006, les produits de luxe sont interdits à la Corée du Nord.",
    ),
    (
        "fr",
        "2024-10-03",
        "2731:n/c-1",
        "La résolution 2731 a prorogé jusqu'au 31 mai 2025 l'embargo sur les armes visant le Soudan du Sud.",
    ),
    (
        "fr",
        "2024-10-03",
        "2371:8",
        "Le charbon nord-coréen, interdit par la résolution 2371, arrive toujours à Dandong.",
    ),
    (
        "fr",
        "2024-10-03",
        "1737:12",
        "Le gel des avoirs que la résolution 1737 imposait à l'Iran a pris fin en janvier 2016.",
    ),
    (
        "fr",
        "2024-10-03",
        "2653:11",
        "La résolution 2653 interdit de livrer des armes aux chefs de gang haïtiens inscrits sur la liste.",
    ),
    (
        "en",
        "2023-10-03",
        "2231:Annex B 6(b)",
        "Iran sold drones to Ethiopia in 2021, which resolution 2231 no longer forbade.",
    ),
    (
        "en",
        "2024-06-03",
        "2397:8",
        "Resolution 2017 told all member states to repatriate North Korean workers by the end of 2019.",
    ),
    ("en", "2024-06-03", "2371:8", '"No coal may leave the North," reads paragraph 8 of resolution 2371.'),
    ("en", "2024-06-03", "", "Ten years after resolution 2094, the bank still had its branch in Pyongyang."),
    ("en", "2024-06-03", "2270:33", "Resolution 2270 told banks to close their branches in North Korea."),
    (
        "en",
        "2024-06-03",
        "1874:2",
        "The launch of a satellite is covered too, because resolution 1874 forbids North Korea any launch with ballistic missile technology.",
    ),
    ("en", "2024-06-03", "2713:4", "Arms for Al-Shabaab are outlawed under the Somalia arms embargo."),
    (
        "en",
        "2024-06-03",
        "1591:7",
        "Sending drones to the RSF breaks the UN arms embargo on Darfur, the report says.",
    ),
    ("en", "2024-06-03", "1572:7", "Resolution 1572 banned arms deliveries to Ivory Coast."),
    ("en", "2024-06-03", "2664:1", "Resolution 2664 lets aid groups around asset freezes."),
    (
        "fr",
        "2024-06-03",
        "2371:8",
        "« Pas un gramme de charbon ne doit sortir du Nord », dit le paragraphe 8 de la résolution 2371.",
    ),
    (
        "fr",
        "2024-06-03",
        "2397:8",
        "La résolution 2017 ordonnait à tous les États membres de rapatrier les travailleurs nord-coréens avant la fin 2019.",
    ),
    (
        "fr",
        "2024-06-03",
        "2270:33",
        "La résolution 2270 a ordonné aux banques de fermer leurs succursales en Corée du Nord.",
    ),
    (
        "fr",
        "2024-06-03",
        "1874:2",
        "La résolution 1874 défend à la Corée du Nord tout tir recourant à la technologie balistique.",
    ),
    (
        "fr",
        "2024-06-03",
        "1591:7",
        "Livrer des drones aux FSR viole l'embargo de l'ONU sur les armes au Darfour, selon le rapport.",
    ),
    ("fr", "2024-06-03", "1572:7", "La résolution 1572 interdisait les livraisons d'armes à la Côte d'Ivoire."),
    ("fr", "2024-06-03", "2653:3", "La résolution 2653 interdit de voyager aux chefs de gang haïtiens inscrits."),
]

GENERIC = [
    ("en", "2023-05-04", "", "Such sales would breach UN resolutions, the minister said."),
    ("en", "2023-05-04", "", "The trade makes a mockery of UN sanctions."),
    ("fr", "2023-05-04", "", "Ce commerce bafoue les résolutions de l'ONU."),
    ("en", "2022-01-10", "", "International sanctions have hurt North Korea."),
    ("fr", "2022-01-10", "", "Des sanctions internationales frappent Pyongyang."),
    ("en", "2024-06-10", "", "North Korea ended its talks despite UN sanctions."),
    ("en", "2025-02-01", "", "Pyongyang has shrugged off U.N. Security Council resolutions for years."),
    ("en", "2025-02-01", "", "The deal flies in the face of several UN resolutions, Seoul said."),
    ("en", "2025-02-01", "", "It would be a violation of Security Council resolutions."),
    ("fr", "2024-02-01", "", "Moscou fait fi des résolutions du Conseil de sécurité, déplore Séoul."),
    ("fr", "2024-02-01", "", "Ces livraisons seraient contraires au droit et aux sanctions onusiennes."),
    (
        "en",
        "2024-10-03",
        "",
        "Nobody can buy arms from Pyongyang without flouting the UN Security Council's resolutions.",
    ),
    (
        "fr",
        "2024-10-03",
        "",
        "Séoul y voit une violation flagrante de plusieurs résolutions du Conseil de sécurité de l'ONU.",
    ),
    ("en", "2023-10-03", "", "The sale may fall foul of UN sanctions on South Sudan, the consultant said."),
    ("en", "2024-06-03", "", '"We comply with Security Council resolutions," the ministry said.'),
    ("fr", "2024-06-03", "", "« Nous respectons les résolutions du Conseil de sécurité », a dit le ministère."),
]

OTHER_REGIME = [
    ("en", "2023-05-04", "", "The refinery fears US sanctions."),
    ("en", "2023-05-04", "", "The bank closed the account because of EU sanctions on Russian oil."),
    ("en", "2023-05-04", "", "General Assembly resolution ES-11/1 deplores the aggression."),
    ("en", "2024-03-04", "", "House Resolution 1234 condemns North Korea."),
    ("fr", "2023-05-04", "", "La raffinerie redoute les sanctions américaines."),
    ("fr", "2023-05-04", "", "La résolution 68/262 de l'Assemblée générale n'oblige personne."),
    ("fr", "2023-05-04", "", "L'embargo européen sur le pétrole russe est entré en vigueur."),
    ("en", "2022-01-10", "", "Executive Order 13466 bars dealings with North Korea."),
    ("en", "2022-01-10", "", "Council Regulation (EU) 2017/1509 bans luxury goods for North Korea."),
    ("en", "2022-01-10", "", "Treasury officials at OFAC blacklisted two firms."),
    ("en", "2022-01-10", "", "Japan's cabinet kept Japanese sanctions on North Korea."),
    ("fr", "2022-01-10", "", "Une résolution du Parlement européen condamne Pyongyang."),
    ("fr", "2022-01-10", "", "Washington a annoncé de nouvelles sanctions américaines contre l'Iran."),
    ("en", "2025-02-01", "", "The tanker was caught by Britain's price cap and by UK sanctions."),
    (
        "en",
        "2025-02-01",
        "",
        "Congress passed a resolution condemning North Korea, and the Senate resolution was unanimous.",
    ),
    ("en", "2025-02-01", "", "The bank paid a fine for breaking American sanctions on Iran."),
    ("fr", "2024-02-01", "", "Le cargo figure sur la liste noire américaine."),
    ("fr", "2024-02-01", "", "Les sanctions de l'Union européenne contre Moscou ont été prolongées."),
    ("en", "2024-10-03", "", "Ottawa announced new Canadian sanctions on two Russian shipyards."),
    ("fr", "2024-10-03", "", "Ottawa a décidé de nouvelles sanctions canadiennes contre deux chantiers russes."),
    ("en", "2024-06-03", "", "The cargo was sold in breach of the oil price cap set by the G7."),
    ("fr", "2024-06-03", "", "La cargaison a été vendue au-dessus du plafond fixé par le G7."),
]

WRONG_BODY = [
    (
        "en",
        "2023-05-04",
        "2397:8",
        "A US resolution requires all member states to repatriate North Korean workers by 2019.",
    ),
    ("en", "2023-05-04", "2371:8", "A General Assembly resolution bans North Korea from exporting coal."),
    ("en", "2023-05-04", "", "The Security Council's resolution A/RES/68/262 binds every state."),
    ("en", "2023-05-04", "", "UN sanctions on Russia forbid such sales."),
    ("en", "2024-03-04", "2397:8", "The US resolution 2397 requires states to repatriate North Korean workers."),
    (
        "fr",
        "2023-05-04",
        "2397:8",
        "Une résolution américaine oblige tous les États membres à renvoyer les ouvriers nord-coréens d'ici fin 2019.",
    ),
    ("fr", "2023-05-04", "", "La résolution ES-11/1 du Conseil de sécurité ordonne le retrait russe."),
    ("fr", "2022-01-10", "2371:8", "Une résolution européenne interdit à la Corée du Nord d'exporter du charbon."),
    (
        "fr",
        "2022-01-10",
        "2397:8",
        "Une résolution du Congrès américain de 2017 ordonne à chaque État membre de rapatrier les travailleurs nord-coréens avant fin 2019.",
    ),
    ("fr", "2022-01-10", "", "Les sanctions de l'ONU contre la Russie interdisent ces ventes."),
    ("en", "2025-02-01", "2397:8", "An EU resolution obliges all UN members to expel North Korean labourers."),
    (
        "en",
        "2025-02-01",
        "",
        "A vote of the General Assembly in 2022, the Security Council resolution ES-11/4, voided the referendums.",
    ),
    (
        "fr",
        "2024-02-01",
        "2397:8",
        "Un texte voté à Washington, une résolution américaine, contraint tous les pays membres de l'ONU à expulser la main-d'œuvre nord-coréenne.",
    ),
    ("fr", "2024-02-01", "", "Le Conseil de sécurité a adopté la résolution ES-11/4 contre les annexions."),
    ("en", "2024-06-03", "", "The UN embargo on Russia should have stopped the deal, he wrote."),
    ("en", "2024-06-03", "1970:9", "An American resolution forbids every state to send weapons to Libya."),
    ("en", "2024-06-03", "", "The European Union's resolution 1970 forbids weapons for Libya."),
    ("fr", "2024-06-03", "", "L'embargo onusien contre la Russie aurait dû bloquer la vente, écrit-il."),
    (
        "fr",
        "2024-06-03",
        "1970:9",
        "Une résolution américaine interdit à tous les États d'envoyer des armes en Libye.",
    ),
]

WRONG_RESOLUTION = [
    ("en", "2023-05-04", "2371:8", "Resolution 2317 bans coal exports from North Korea."),
    (
        "en",
        "2023-05-04",
        "2397:8",
        "Under resolution 2379, which expels North Korean workers, the firm must send its staff home.",
    ),
    (
        "en",
        "2023-05-04",
        "2397:8",
        "The ministry cited resolution 2375 (2017), which requires all states to repatriate North Korean workers.",
    ),
    ("fr", "2023-05-04", "2371:8", "La résolution 2317 interdit à la Corée du Nord d'exporter du charbon."),
    ("fr", "2023-05-04", "2321:29", "La résolution 2312 interdit à Pyongyang de vendre des statues."),
    ("en", "2022-01-10", "2375:11", "Resolution 2397 forbids ship-to-ship transfers with North Korean vessels."),
    ("en", "2024-02-01", "1591:7", "The delegate quoted resolution 1951, which keeps arms out of Darfur."),
    ("en", "2024-02-01", "2216:14", "Resolution 2261 bans arms for the Houthis."),
    ("fr", "2024-02-01", "2216:14", "La résolution 2261 interdit de fournir des armes aux Houthis."),
    (
        "fr",
        "2022-09-01",
        "1718:2",
        "Ce tir viole la résolution 1781, qui interdit à Pyongyang les missiles balistiques.",
    ),
    ("en", "2024-10-03", "", "Resolution 2664 bans North Korea from exporting coal."),
    ("en", "2024-06-03", "2371:8", '"No coal may leave North Korea," reads resolution 2731.'),
    ("fr", "2024-06-03", "2752:2", "La résolution 2725 ferme Haïti à toutes les armes."),
]

WRONG_DETAIL = [
    (
        "en",
        "2023-05-04",
        "2397:8",
        "Resolution 2397 requires member states to send home North Korean workers by 29 November 2019.",
    ),
    (
        "en",
        "2023-05-04",
        "2397:8",
        "Resolution 2397 requires member states to send home North Korean workers by 2018.",
    ),
    ("en", "2023-05-04", "", "Resolution 1718 (2005) was adopted after the first nuclear test."),
    ("en", "2023-05-04", "1718:2", "Resolution 1718 (2005) demands that North Korea conduct no nuclear test."),
    ("en", "2023-05-04", "2397:5", "Resolution 2397 caps refined petroleum at two million barrels a year."),
    ("en", "2023-05-04", "2397:4", "Resolution 2397 caps crude at 500,000 barrels a year."),
    (
        "en",
        "2023-05-04",
        "2397:8",
        "Paragraph 6 of resolution 2397 requires states to repatriate North Korean workers.",
    ),
    ("en", "2023-05-04", "1874:9", "Resolution 1874 allows North Korea to sell rifles."),
    ("en", "2023-05-04", "", "Resolution 2371 bans all trade with North Korea."),
    ("en", "2023-05-04", "", "Resolution 2397 requires states to expel all North Koreans."),
    ("en", "2024-03-04", "", "The arms embargo on Libya was lifted in 2021."),
    (
        "fr",
        "2023-05-04",
        "2397:8",
        "La résolution 2397 oblige les États à rapatrier les travailleurs nord-coréens avant le 29 novembre 2019.",
    ),
    ("fr", "2023-05-04", "", "La résolution 1718 (2005) a été adoptée à l'unanimité."),
    (
        "fr",
        "2023-05-04",
        "2397:8",
        "Le paragraphe 6 de la résolution 2397 exige le rapatriement des travailleurs nord-coréens.",
    ),
    (
        "fr",
        "2023-05-04",
        "2397:5",
        "La résolution 2397 plafonne à deux millions de barils par an les produits pétroliers raffinés livrés à la Corée du Nord.",
    ),
    (
        "en",
        "2021-05-04",
        "2231:Annex B 6(b)",
        "Paragraph 6(b) of Annex B to resolution 2231 placed Iran's arms exports under an embargo; the embargo was lifted in March 2019.",
    ),
    ("en", "2022-01-10", "", "Resolution 2397 (2018) is often quoted."),
    ("en", "2022-01-10", "2397:8", "A 2016 UN resolution requires all states to repatriate North Korean workers."),
    (
        "en",
        "2022-01-10",
        "2397:5",
        "Resolution 2397 lets North Korea import a million barrels of refined petroleum a year.",
    ),
    ("en", "2022-01-10", "1970:9", "Resolution 1970 allows arms deliveries to Libya."),
    ("en", "2022-01-10", "1970:9", "Resolution 1970 (2011), paragraph 17, prohibits arms deliveries to Libya."),
    ("fr", "2022-01-10", "1874:9", "La résolution 1874 laisse la Corée du Nord libre de vendre des fusils."),
    ("fr", "2022-01-10", "1970:9", "L'embargo sur les armes visant la Libye a été levé en 2021."),
    ("fr", "2022-01-10", "1907:5", "L'embargo sur les armes visant l'Érythrée a été levé en mars 2016."),
    ("en", "2024-06-10", "", "UN sanctions on North Korea ended in April 2024, the post claimed."),
    ("en", "2024-06-10", "", "UN sanctions on Eritrea were lifted in March 2016."),
    (
        "fr",
        "2024-06-10",
        "",
        "Les sanctions de l'ONU contre la Corée du Nord ont pris fin en avril 2024, affirme le billet.",
    ),
    (
        "en",
        "2024-02-01",
        "2375:18",
        "Under Security Council resolution 2375, every joint venture with a North Korean partner had to close by 30 June 2018.",
    ),
    ("en", "2025-02-01", "", "Paragraph 8(b) of resolution 1718 (2006) bars luxury goods for Pyongyang."),
    (
        "en",
        "2025-02-01",
        "2397:8",
        "The consul argued that resolution 2397 allows North Korean workers to stay until 2026.",
    ),
    ("en", "2022-09-01", "2231:Annex B 3", "Resolution 2231 prohibits Iran from launching ballistic missiles."),
    ("en", "2022-09-01", "", "Resolution 2048 (2014) imposed a travel ban on officers in Guinea-Bissau."),
    (
        "fr",
        "2024-02-01",
        "1718:8(a)(iii)",
        "L'alinéa b) du paragraphe 8 de la résolution 1718 interdit les produits de luxe à la Corée du Nord.",
    ),
    ("fr", "2022-09-01", "2231:Annex B 3", "La résolution 2231 interdit à l'Iran de tirer des missiles balistiques."),
    (
        "fr",
        "2022-09-01",
        "",
        "La résolution 2048 (2014) frappe d'une interdiction de voyager des officiers de Guinée-Bissau.",
    ),
    ("en", "2024-10-03", "", "Under resolution 1718, passed in 2007, luxury goods for North Korea are banned."),
    (
        "en",
        "2024-10-03",
        "",
        "Under resolution 1718, adopted on 14 November 2006, luxury goods for North Korea are banned.",
    ),
    ("en", "2024-10-03", "", "Resolution 2731 extended the arms embargo on South Sudan until 31 May 2026."),
    (
        "fr",
        "2024-10-03",
        "",
        "Aux termes de la résolution 1718, adoptée en 2007, les produits de luxe sont interdits à la Corée du Nord.",
    ),
    (
        "fr",
        "2024-10-03",
        "",
        "La résolution 2731 a prorogé jusqu'au 31 mai 2026 l'embargo sur les armes visant le Soudan du Sud.",
    ),
    ("en", "2023-10-03", "1874:9", "North Korea sold rifles in 2021, which resolution 1874 no longer forbade."),
    ("fr", "2023-10-03", "1874:9", "La Corée du Nord vend des fusils, ce que la résolution 1874 n'interdit plus."),
    ("en", "2024-06-03", "", "Under resolution 2094 (2012), luxury cars for North Korea are banned."),
    ("fr", "2025-06-03", "2752:2", "La résolution 2752 (2023) ferme Haïti à toutes les armes."),
]

NOT_IN_FORCE = [
    ("en", "2019-05-04", "1907:5", "Resolution 1907 forbids arms deliveries to Eritrea."),
    ("en", "2024-05-04", "1747:5", "Resolution 1747 forbids Iran to export arms."),
    ("fr", "2019-05-04", "1907:5", "La résolution 1907 interdit les livraisons d'armes à l'Érythrée."),
    ("en", "2024-01-10", "2374:1", "Resolution 2374 imposes a travel ban on Malians."),
    (
        "en",
        "2025-02-01",
        "2127:54",
        "Resolution 2127 forbids weapons deliveries to the Central African Republic's army.",
    ),
    ("en", "2025-02-01", "", "Eritrea is under a UN arms embargo, the broker wrote."),
    ("en", "2018-02-01", "", "In 2016, the paper says, resolution 2371 barred the sale of North Korean coal."),
    ("en", "2021-02-01", "2231:Annex B 5", "Paragraph 5 of Annex B to resolution 2231 restricts tank sales to Iran."),
    ("fr", "2025-02-01", "2127:54", "La résolution 2127 interdit toute livraison d'armes à l'armée centrafricaine."),
    (
        "fr",
        "2021-02-01",
        "2231:Annex B 5",
        "Le paragraphe 5 de l'annexe B de la résolution 2231 interdit de vendre des chars à l'Iran.",
    ),
    ("en", "2023-10-03", "", "The sale may fall foul of UN sanctions on Liberia, the consultant said."),
    ("fr", "2023-10-03", "", "Cette vente tomberait sous les sanctions onusiennes contre le Libéria."),
    ("en", "2024-06-03", "", "The shipment of rifles to Liberia violates resolution 1521, a lawyer claims."),
    ("en", "2024-06-03", "1572:7", "Resolution 1572 bans arms deliveries to Ivory Coast."),
    ("fr", "2024-06-03", "1572:7", "La résolution 1572 interdit les livraisons d'armes à la Côte d'Ivoire."),
]

DISPUTED = [
    ("en", "2025-11-04", "2231:12", "UN sanctions on Iran were restored on 28 September 2025."),
    ("en", "2025-11-04", "", "UN sanctions on Iran ended on 18 October 2025, Moscow said."),
    (
        "en",
        "2022-11-04",
        "2231:Annex B 4(a)",
        "The drones fall under paragraph 4(a) of Annex B to resolution 2231, Kyiv says.",
    ),
    ("fr", "2025-11-04", "", "Les sanctions de l'ONU contre l'Iran ont été rétablies le 28 septembre 2025."),
    (
        "en",
        "2023-01-10",
        "2231:Annex B 4(a)",
        "Drones sold by Iran to Russia violated Annex B, paragraph 4(a), of resolution 2231, London says.",
    ),
    ("en", "2026-01-10", "1929:8", "Resolution 1929 forbids the supply of tanks to Iran."),
    ("en", "2026-01-10", "", "Resolution 1737 bars the transfer of nuclear items to Iran."),
    ("fr", "2026-01-15", "1747:5", "La résolution 1747 interdit à l'Iran d'exporter des armes, rappelle Paris."),
    (
        "fr",
        "2026-01-15",
        "",
        "Les sanctions onusiennes contre l'Iran, revenues par le « snapback », visent ces ventes.",
    ),
    (
        "en",
        "2024-06-03",
        "2231:Annex B 4(a)",
        "Whether the Shahed drones broke paragraph 4(a) of Annex B to resolution 2231 is contested.",
    ),
]

UNKNOWN_RESOLUTION = [
    ("en", "2023-05-04", "2371:8", "Resolution 9143 bans North Korean coal."),
    ("en", "2023-05-04", "", "The Council recalled resolution 2517 at the meeting."),
    ("fr", "2023-05-04", "2371:8", "La résolution 9143 interdit le charbon nord-coréen."),
    ("fr", "2022-01-10", "", "La France a rappelé la résolution 2517."),
    ("en", "2018-02-01", "2371:8", 'The broker cited "resolution 23711, on North Korean coal".'),
    (
        "fr",
        "2025-02-01",
        "2371:8",
        "L'affréteur invoque la « résolution 7312, qui interdit le charbon nord-coréen ».",
    ),
    (
        "en",
        "2024-10-03",
        "",
        "By resolution 2755 (2024), the Council renewed the mandate of its mission in Colombia.",
    ),
    ("en", "2024-06-03", "", "Resolution 2017 deals with weapons that leaked out of Libya."),
]

SEVERAL = [
    (
        "en",
        "2024-03-04",
        (("supported", "2375:17"), ("supported", "2397:8")),
        "Resolution 2375 bars new work permits for North Koreans, and resolution 2397 requires states to send North Korean workers home.",
    ),
    (
        "en",
        "2024-03-04",
        (("supported", "2371:8"), ("supported", "2375:16")),
        "Coal exports were banned by resolution 2371 and North Korean textiles by resolution 2375.",
    ),
    (
        "en",
        "2022-01-10",
        (("other_regime", ""), ("generic", "")),
        "US sanctions and UN sanctions weigh on North Korea.",
    ),
    (
        "fr",
        "2022-01-10",
        (("supported", "2397:8"), ("supported", "2375:17")),
        "La résolution 2397 impose le rapatriement des travailleurs nord-coréens ; la résolution 2375 interdit de nouveaux permis de travail.",
    ),
    (
        "en",
        "2024-10-03",
        (("supported", "2375:17"), ("supported", "2397:8")),
        "Hiring them would run against resolution 2375, which stopped new work permits, and against resolution 2397, which told governments to send the rest of the North Koreans home.",
    ),
    (
        "en",
        "2024-10-03",
        (("supported", "2371:8"), ("supported", "2371:9")),
        "Resolution 2371 forbids coal exports; the same resolution bars North Korean seafood.",
    ),
    (
        "en",
        "2024-10-03",
        (("supported", ""), ("wrong_resolution", "1970:9")),
        "Resolution 1973 says nothing new; resolution 1907 is what keeps arms out of Libya.",
    ),
    (
        "fr",
        "2024-10-03",
        (("supported", "2375:17"), ("supported", "2397:8")),
        "Les embaucher enfreindrait la résolution 2375, qui proscrit de nouveaux permis de travail, et la résolution 2397, qui ordonne le retour des travailleurs nord-coréens.",
    ),
    (
        "fr",
        "2024-10-03",
        (("supported", "2371:8"), ("supported", "2371:9")),
        "La résolution 2371 interdit le charbon nord-coréen ; la même résolution bannit les produits de la mer.",
    ),
]

NO_CITATION = [
    ("en", "2024-03-04", "A draft resolution would ban North Korean coal."),
    ("en", "2024-03-04", "There is no UN embargo on Mali."),
    ("en", "2024-03-04", "The 1718 Committee met on Monday."),
    ("en", "2024-03-04", "The screen has a resolution of 1920x1080 pixels."),
    ("fr", "2023-05-04", "Un projet de résolution interdirait le charbon nord-coréen."),
    ("fr", "2023-05-04", "Aucun embargo de l'ONU ne vise le Mali."),
    (
        "fr",
        "2022-01-10",
        "Le Conseil de sécurité a adopté une résolution américaine qui oblige tous les États à renvoyer les ouvriers nord-coréens.",
    ),
    ("en", "2024-06-10", "The Syrian regime ended its talks with Moscow."),
    ("en", "2024-10-03", "The Security Council will vote on a draft resolution on Tuesday."),
    ("en", "2024-10-03", "Congress failed to agree on a budget resolution? No: a New Year's resolution."),
    ("en", "2024-10-03", "Sanctions experts gathered in Vienna."),
    ("en", "2024-10-03", "The minister said sanctions had hurt his country."),
    ("fr", "2024-10-03", "Le Conseil examinera mardi un projet de résolution."),
    ("fr", "2024-10-03", "Des spécialistes des sanctions se réunissent à Vienne."),
    ("fr", "2024-10-03", "La résolution du conflit passera par Alger."),
    ("fr", "2024-10-03", "Sa résolution de 2024 : courir un marathon."),
    ("en", "2024-06-03", "The court ruled that domestic law bans such sales."),
    ("en", "2024-06-03", "The embargo on the report ends at noon."),
    ("fr", "2024-06-03", "Le tribunal a jugé que la loi interdit ces ventes."),
    ("fr", "2024-06-03", "L'embargo sur le rapport tombe à midi."),
]

OUTCOMES = {
    Outcome.SUPPORTED: SUPPORTED,
    Outcome.GENERIC: GENERIC,
    Outcome.OTHER_REGIME: OTHER_REGIME,
    Outcome.WRONG_BODY: WRONG_BODY,
    Outcome.WRONG_RESOLUTION: WRONG_RESOLUTION,
    Outcome.WRONG_DETAIL: WRONG_DETAIL,
    Outcome.NOT_IN_FORCE: NOT_IN_FORCE,
    Outcome.DISPUTED: DISPUTED,
    Outcome.UNKNOWN_RESOLUTION: UNKNOWN_RESOLUTION,
}
ONE_EACH = [(outcome, *row) for outcome, rows in OUTCOMES.items() for row in rows]


def document(text: str, language: str, published: str | None) -> Document:
    day = date.fromisoformat(published) if published else None
    return Document(
        "d", "k", "s", "0", text, language=language, published=day, blocks=(Block(BlockKind.BODY, 0, len(text)),)
    )


def check(
    text: str, language: str = "en", published: str | None = "2024-06-03", findings: tuple[Finding, ...] = ()
) -> tuple[Citation, ...]:
    page = document(text, language, published)
    return check_citations(page, find_citations(page, ()), findings, REFERENCE)


def name(value: object) -> str | None:
    return (
        value.value if isinstance(value, Outcome) else value[:60] if isinstance(value, str) and " " in value else None
    )


@pytest.mark.parametrize(("outcome", "language", "published", "provision", "text"), ONE_EACH, ids=name)
def test_a_sentence_with_one_citation_gets_the_outcome_and_the_paragraph(
    outcome: Outcome, language: str, published: str, provision: str, text: str
) -> None:
    (found,) = check(text, language, published)
    assert found.outcome is outcome, found.rationale
    assert not provision or provision in found.provisions
    assert found.rationale
    assert found.rationale_fr
    assert found.rationale != found.rationale_fr


@pytest.mark.parametrize(("language", "published", "expected", "text"), SEVERAL, ids=name)
def test_each_citation_of_a_sentence_gets_its_own_outcome(
    language: str, published: str, expected: tuple[tuple[str, str], ...], text: str
) -> None:
    found = check(text, language, published)
    assert [one.outcome.value for one in found] == [outcome for outcome, _ in expected]
    assert all(
        not provision or provision in one.provisions for one, (_, provision) in zip(found, expected, strict=True)
    )


@pytest.mark.parametrize(("language", "published", "text"), NO_CITATION, ids=name)
def test_what_cites_no_law_is_no_citation(language: str, published: str, text: str) -> None:
    assert check(text, language, published) == ()


def test_every_outcome_has_cases_in_both_languages() -> None:
    for outcome, rows in OUTCOMES.items():
        assert {row[0] for row in rows} == {"en", "fr"}, outcome
        assert len(rows) >= 8, outcome


@pytest.mark.parametrize(
    ("published", "outcome"),
    [
        ("2007-03-23", Outcome.NOT_IN_FORCE),
        ("2007-03-24", Outcome.SUPPORTED),
        ("2016-01-15", Outcome.SUPPORTED),
        ("2016-01-16", Outcome.NOT_IN_FORCE),
        ("2025-09-27", Outcome.NOT_IN_FORCE),
        ("2025-09-28", Outcome.DISPUTED),
    ],
)
def test_the_day_decides_what_1747_says_of_iranian_arms(published: str, outcome: Outcome) -> None:
    assert check("Resolution 1747 forbids Iran to export arms.", "en", published)[0].outcome is outcome


@pytest.mark.parametrize(
    ("deadline", "outcome"),
    [
        ("by 2019", Outcome.SUPPORTED),
        ("by the end of 2019", Outcome.SUPPORTED),
        ("by December 2019", Outcome.SUPPORTED),
        ("by 21 December 2019", Outcome.SUPPORTED),
        ("by 22 December 2019", Outcome.SUPPORTED),
        ("by 23 December 2019", Outcome.SUPPORTED),
        ("by 24 December 2019", Outcome.WRONG_DETAIL),
        ("by 20 December 2019", Outcome.WRONG_DETAIL),
        ("by November 2019", Outcome.WRONG_DETAIL),
        ("by 2020", Outcome.WRONG_DETAIL),
        ("until 2019", Outcome.WRONG_DETAIL),
    ],
)
def test_loose_deadlines_agree_and_wrong_ones_do_not(deadline: str, outcome: Outcome) -> None:
    (found,) = check(f"Resolution 2397 requires member states to send home North Korean workers {deadline}.")
    assert found.outcome is outcome
    assert "22 December 2019" in found.rationale
    assert "22 décembre 2019" in found.rationale_fr


def test_a_wrong_body_in_french_may_be_a_slip_of_translation() -> None:
    (french,) = check(
        "Une résolution américaine oblige tous les États à rapatrier les ouvriers nord-coréens d'ici 2019.", "fr"
    )
    (english,) = check("An American resolution obliges all states to repatriate North Korean workers by 2019.")
    assert french.outcome is english.outcome is Outcome.WRONG_BODY
    assert "traduction" in french.rationale_fr
    assert "translation" not in english.rationale
    assert french.suggestion == "S/RES/2397 (2017)"
    assert french.described == "worker_repatriation"


def test_a_resolution_that_is_not_held_is_not_called_a_mistake() -> None:
    (found,) = check("The Council recalled resolution 2517 at the meeting.")
    assert found.outcome is Outcome.UNKNOWN_RESOLUTION
    assert "says nothing about the article" in found.rationale
    assert "ne dit rien de l’article" in found.rationale_fr
    assert found.provisions == ()


@pytest.mark.parametrize(
    ("wrong", "likely"),
    [("2317", "2371"), ("2731", "2371"), ("23711", "2371"), ("237", "2371"), ("2372", "2371"), ("8371", "2371")],
)
def test_a_slip_of_the_pen_suggests_the_number_with_the_rule(wrong: str, likely: str) -> None:
    (found,) = check(f"Resolution {wrong} bans North Korean coal.")
    assert found.outcome in (Outcome.WRONG_RESOLUTION, Outcome.UNKNOWN_RESOLUTION)
    assert found.suggestion.startswith(f"S/RES/{likely}")


def test_a_resolution_on_another_theme_is_quoted_with_its_theme() -> None:
    (found,) = check("Resolution 2317 bans North Korean coal.")
    assert "Somalia" in found.rationale
    assert "Somalie" in found.rationale_fr


def test_both_readings_of_a_dispute_name_who_holds_them() -> None:
    (found,) = check("UN sanctions on Iran were restored on 28 September 2025.", "en", "2025-11-04")
    assert all(holder in found.rationale for holder in ("Iran", "Russia", "China", "France", "Germany"))
    assert all(holder in found.rationale_fr for holder in ("Iran", "Russie", "Chine", "Allemagne"))


def test_a_list_is_supported_by_one_member_and_names_the_others() -> None:
    (found,) = check("Resolutions 2094 and 2371 ban North Korean coal.")
    assert found.outcome is Outcome.SUPPORTED
    assert "2094" in found.rationale.rpartition("Also listed")[2]


def test_a_range_stands_for_the_members_of_its_regime() -> None:
    (found,) = check("Resolutions 1718 through 1929 forbid North Korea to export arms.")
    numbers = [cited.number for cited in found.cited]
    assert 1874 in numbers
    assert 1737 not in numbers
    assert numbers == sorted(numbers)


def claim(start: int, end: int, first_day: date, last_day: date, **more: object) -> Claim:
    giver, taker = Party("IRN", "Iran"), Party("HAMAS", "Hamas")
    values: dict[str, object] = {
        "id": "c-1", "activity": "arms_export", "activities": ("arms_export",), "giver": giver, "taker": taker,
        "actor": giver, "counterparty": taker, "items": (Item("rocket", "rockets"),), "quantity": (),
        "period": Period(first_day, last_day), "status": Status.ALLEGED, "modality": 3, "speakers": (), "denied_by": (),
        "evidence": (Evidence("", start, end),), "statements": (),
    }  # fmt: skip
    return Claim(**{**values, **more})  # type: ignore[arg-type]


def finding(of: Claim, provision: str = "1747:5") -> Finding:
    limb = REFERENCE.by_id(provision)[0]
    match = Match(limb, ForceAnswer(Force.YES), Role.PRIMARY, 90.0, ())
    return Finding(
        of, Label.ALLEGED_VIOLATION, "R19", Certainty.MEDIUM, "", "", LegalLink.TOOL, (), (), (), (),
        (Assessed(match, Label.ALLEGED_VIOLATION, "R19"),),
    )  # fmt: skip


PAGE = "Iran shipped rockets to Hamas. Resolution 1747 then forbade Iran to export arms. {more}"


@pytest.mark.parametrize(
    ("year", "outcome"), [(2012, Outcome.SUPPORTED), (2018, Outcome.NOT_IN_FORCE), (2026, Outcome.DISPUTED)]
)
def test_the_day_of_the_claim_before_a_past_tense_decides(year: int, outcome: Outcome) -> None:
    of = claim(0, 30, date(year, 5, 1), date(year, 5, 31))
    (found,) = check(PAGE.format(more=""), published="2026-10-01", findings=(finding(of),))
    assert found.outcome is outcome


def test_a_claim_of_another_kind_does_not_date_a_citation() -> None:
    of = claim(0, 30, date(2018, 5, 1), date(2018, 5, 31), activity="luxury_goods", activities=("luxury_goods",))
    (found,) = check(PAGE.format(more=""), published="2012-10-01", findings=(finding(of),))
    assert found.outcome is Outcome.SUPPORTED


def test_a_bare_number_names_what_the_findings_cite_of_it() -> None:
    of = claim(0, 30, date(2012, 5, 1), date(2012, 5, 31))
    text = "Iran shipped rockets to Hamas. He pointed to resolution 1747."
    assert check(text, published="2012-10-01", findings=(finding(of),))[0].provisions == ("1747:5",)
    assert check(text, published="2012-10-01")[0].provisions == ()


@pytest.mark.parametrize(
    ("fives", "sixes", "first"),
    [
        ((0,), (90,), "1747:6"),
        ((90,), (0,), "1747:5"),
        ((0, 90), (60,), "1747:5"),
        ((0, 60), (90,), "1747:6"),
        ((110, 400), (60,), "1747:5"),
        ((0, 160), (80,), "1747:6"),
    ],
)
def test_what_the_nearest_finding_cites_is_named_first(
    fives: tuple[int, ...], sixes: tuple[int, ...], first: str
) -> None:
    """The number stands at 119; findings before and behind it may be nearer."""
    text = "Iran shipped rockets to Hamas. The quay was quiet that week, the harbour master said."
    text = text.ljust(104, ".") + " He pointed to resolution 1747. " + "Nothing else was said of it at the quay. " * 10
    day = date(2012, 5, 1)
    made = [(at, "1747:5") for at in fives] + [(at, "1747:6") for at in sixes]
    findings = tuple(finding(claim(at, at + 20, day, day, id=f"c-{at}"), rule) for at, rule in sorted(made))
    (found,) = check(text, published="2012-10-01", findings=findings)
    assert text.index("resolution 1747") == 119
    assert found.provisions[0] == first
    assert set(found.provisions) == {"1747:5", "1747:6"}


def test_without_a_publication_day_nothing_is_called_out_of_force() -> None:
    (found,) = check("Resolution 1747 forbids Iran to export arms.", published=None)
    assert found.outcome is Outcome.SUPPORTED


def test_the_paragraph_in_the_wrong_place_is_told_with_the_right_one() -> None:
    (found,) = check("Paragraph 9 of resolution 2371 bans North Korean coal.")
    assert found.outcome is Outcome.WRONG_DETAIL
    assert found.rationale.startswith("The rule described stands in paragraph 8 of resolution 2371 (2017).")


def test_a_paragraph_that_is_not_held_is_not_called_wrong() -> None:
    (found,) = check("She quoted paragraph 43 of resolution 2371.")
    assert found.outcome is Outcome.GENERIC
    assert "was not checked" in found.rationale


def test_no_sentence_says_that_anybody_violated_anything() -> None:
    for outcome, language, published, _, text in ONE_EACH:
        for one in check(text, language, published):
            words = f"{one.rationale} {one.rationale_fr}".lower()
            assert "violat" not in words.replace("violation", ""), outcome
            assert "guilty" not in words


@pytest.mark.parametrize("number", [1718, 2397, 2713, 999, 1000])
def test_slips_keep_three_or_four_digits_and_come_once(number: int) -> None:
    found = list(neighbours(number))
    assert len(found) == len(set(found))
    assert number not in found
    assert all(100 <= one <= 9999 for one in found)


@pytest.mark.parametrize(
    ("own", "cited", "expected"),
    [
        ("1747:5", "5", True), ("1747:5", "50", False), ("1718:8(b)", "8", True), ("1718:8(b)", "8(b)", True),
        ("1718:8(b)", "8(b)(i)", True), ("1718:8(b)", "8(a)", False), ("2231:Annex B 4(a)", "Annex B 4", True),
        ("2231:Annex B 4(a)", "4(a)", False),
    ],
)  # fmt: skip
def test_a_paragraph_holds_those_above_and_below_it(own: str, cited: str, expected: bool) -> None:
    assert holds_paragraph(REFERENCE.by_id(own)[0], cited) is expected


def test_arms_that_reach_a_sanctioned_side_are_named_from_it() -> None:
    book = rulebook_of(REFERENCE)
    assert book.oriented(("arms_export",), ("TUR",), ("LBY",)) == (("arms_import",), True)
    assert book.oriented(("arms_import", "arms_export"), ("PRK",), ("RUS",)) == (("arms_export",), True)
    assert book.oriented(("coal_export",), ("PRK",), ("CHN",)) == (("coal_export",), False)


WORDS = st.sampled_from(
    [
        "resolution",
        "resolutions",
        "résolution",
        "2397",
        "1718",
        "(2017)",
        "paragraph",
        "8",
        "annex",
        "B",
        "of",
        "de",
        "la",
        "the",
        "UN",
        "US",
        "sanctions",
        "embargo",
        "on",
        "sur",
        "North",
        "Korea",
        "Corée",
        "du",
        "Nord",
        "Iran",
        "bans",
        "interdit",
        "arms",
        "armes",
        "coal",
        "charbon",
        ";",
        ",",
        ".",
        "by",
        "2019",
        "and",
        "et",
        "lifted",
        "levé",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS, max_size=40), st.sampled_from(["en", "fr"]), st.sampled_from([None, "2011-01-01", "2026-01-01"])
)
def test_any_heap_of_law_words_gets_citations_that_quote_it(
    words: list[str], language: str, published: str | None
) -> None:
    text = " ".join(words)
    for found in check(text, language, published):
        assert text[found.start : found.end] == found.exact
        assert all(REFERENCE.by_id(one) for one in found.provisions)
