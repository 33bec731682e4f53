//! Countries under the names that news gives them.
//!
//! A line is a country: its name, then, after colons, its demonyms and adjectives, then the places that stand for it
//! as an actor ("Moscow closed its embassy") and the towns that are merely in it. Compact on purpose: it travels in
//! the wasm. A story extends it through [`crate::event::Options`].

use crate::lookup::listed::Listed;

/// `Name:demonyms:metonyms`, with commas inside.
pub(super) const COUNTRIES: &str = "\
Afghanistan:Afghan,Afghans:Kabul
Albania:Albanian,Albanians:Tirana
Algeria:Algerian,Algerians:Algiers
Argentina:Argentine,Argentinian,Argentines:Buenos Aires
Armenia:Armenian,Armenians:Yerevan
Australia:Australian,Australians:Canberra
Austria:Austrian,Austrians:Vienna
Azerbaijan:Azerbaijani,Azerbaijanis:Baku
Bahrain:Bahraini:Manama
Bangladesh:Bangladeshi,Bangladeshis:Dhaka
Belarus:Belarusian,Belarusians:Minsk
Belgium:Belgian,Belgians:
Bolivia:Bolivian,Bolivians:La Paz
Bosnia:Bosnian,Bosnians,Bosnia and Herzegovina:Sarajevo
Brazil:Brazilian,Brazilians:Brasilia
Britain:British,Britons,Briton,UK,U.K,United Kingdom,Great Britain:London,Whitehall,Downing Street
Bulgaria:Bulgarian,Bulgarians:Sofia
Cambodia:Cambodian,Cambodians:Phnom Penh
Canada:Canadian,Canadians:Ottawa
Chad:Chadian:
Chile:Chilean,Chileans:Santiago
China:Chinese,PRC:Beijing,Peking
Colombia:Colombian,Colombians:Bogota,Bogotá
Congo:Congolese,DRC:Kinshasa
Croatia:Croatian,Croatians,Croat,Croats:Zagreb
Cuba:Cuban,Cubans:Havana
Cyprus:Cypriot,Cypriots:Nicosia
Czech Republic:Czech,Czechs,Czechia:Prague
Denmark:Danish,Dane,Danes:Copenhagen
East Germany:East German,GDR:
Ecuador:Ecuadorian,Ecuadorean:Quito
Egypt:Egyptian,Egyptians:Cairo
Eritrea:Eritrean,Eritreans:
Estonia:Estonian,Estonians:Tallinn
Ethiopia:Ethiopian,Ethiopians:Addis Ababa
Finland:Finnish,Finn,Finns:Helsinki
France:French,Frenchman:Paris,Élysée
Georgia:Georgian,Georgians:Tbilisi
Germany:German,Germans:Berlin,Bonn
Ghana:Ghanaian:Accra
Greece:Greek,Greeks:Athens
Guatemala:Guatemalan:
Haiti:Haitian,Haitians:Port-au-Prince
Hungary:Hungarian,Hungarians:Budapest
Iceland:Icelandic,Icelanders:Reykjavik
India:Indian,Indians:New Delhi,Delhi
Indonesia:Indonesian,Indonesians:Jakarta
Iran:Iranian,Iranians,Persian:Tehran
Iraq:Iraqi,Iraqis:Baghdad
Ireland:Irish:Dublin
Israel:Israeli,Israelis:Jerusalem
Italy:Italian,Italians:Rome
Japan:Japanese:Tokyo
Jordan:Jordanian,Jordanians:Amman
Kazakhstan:Kazakh,Kazakhs:Astana
Kenya:Kenyan,Kenyans:Nairobi
Kosovo:Kosovar,Kosovars:Pristina
Kuwait:Kuwaiti,Kuwaitis:
Kyrgyzstan:Kyrgyz:Bishkek
Latvia:Latvian,Latvians:Riga
Lebanon:Lebanese:Beirut
Liberia:Liberian,Liberians:Monrovia
Libya:Libyan,Libyans:Tripoli
Lithuania:Lithuanian,Lithuanians:Vilnius
Malaysia:Malaysian,Malaysians:Kuala Lumpur
Mali:Malian,Malians:Bamako
Mexico:Mexican,Mexicans:Mexico City
Moldova:Moldovan,Moldovans:
Mongolia:Mongolian,Mongolians:
Morocco:Moroccan,Moroccans:Rabat
Myanmar:Burmese,Burma:Naypyidaw
Nepal:Nepali,Nepalese:Kathmandu
Netherlands:Dutch,Holland:The Hague,Amsterdam
New Zealand:New Zealander,New Zealanders:Wellington
Nicaragua:Nicaraguan:Managua
Niger:Nigerien:Niamey
Nigeria:Nigerian,Nigerians:Abuja
North Korea:North Korean,North Koreans,DPRK:Pyongyang
Norway:Norwegian,Norwegians:Oslo
Pakistan:Pakistani,Pakistanis:Islamabad
Palestine:Palestinian,Palestinians:Ramallah
Panama:Panamanian:
Peru:Peruvian,Peruvians:Lima
Philippines:Philippine,Filipino,Filipinos:Manila
Poland:Polish,Pole,Poles:Warsaw
Portugal:Portuguese:Lisbon
Qatar:Qatari,Qataris:Doha
Romania:Romanian,Romanians:Bucharest
Russia:Russian,Russians,Russian Federation:Moscow,Kremlin
Rwanda:Rwandan,Rwandans:Kigali
Saudi Arabia:Saudi,Saudis,Saudi Arabian:Riyadh
Serbia:Serbian,Serbians,Serb,Serbs:Belgrade
Sierra Leone:Sierra Leonean:Freetown
Singapore:Singaporean:
Slovakia:Slovak,Slovaks:Bratislava
Slovenia:Slovenian,Slovene:Ljubljana
Somalia:Somali,Somalis:Mogadishu
South Africa:South African,South Africans:Pretoria
South Korea:South Korean,South Koreans:Seoul
Soviet Union:Soviet,Soviets,USSR,U.S.S.R,Red Army:
Spain:Spanish,Spaniard,Spaniards:Madrid
Sri Lanka:Sri Lankan,Sri Lankans:Colombo
Sudan:Sudanese:Khartoum
Sweden:Swedish,Swede,Swedes:Stockholm
Switzerland:Swiss:Bern
Syria:Syrian,Syrians:Damascus
Taiwan:Taiwanese:Taipei
Tajikistan:Tajik,Tajiks:Dushanbe
Tanzania:Tanzanian:
Thailand:Thai,Thais:Bangkok
Tunisia:Tunisian,Tunisians:Tunis
Turkey:Turkish,Turk,Turks,Türkiye:Ankara
Turkmenistan:Turkmen:Ashgabat
Uganda:Ugandan,Ugandans:Kampala
Ukraine:Ukrainian,Ukrainians:Kyiv,Kiev
United Arab Emirates:Emirati,UAE:Abu Dhabi
United States:American,Americans,US,U.S,USA,America:Washington,White House,Pentagon
Uruguay:Uruguayan:Montevideo
Uzbekistan:Uzbek,Uzbeks:Tashkent
Venezuela:Venezuelan,Venezuelans:Caracas
Vietnam:Vietnamese:Hanoi
West Germany:West German:
Yemen:Yemeni,Yemenis:Sanaa
Yugoslavia:Yugoslav,Yugoslavs:
Zimbabwe:Zimbabwean,Zimbabweans:Harare";

/// Bodies of states: they are organisations, and never "the group".
pub(super) const BODIES: Listed = Listed(
    "United Nations|UN|U.N|NATO|European Union|EU|African Union|Arab League|World Bank|\
     International Monetary Fund|IMF|Security Council|European Commission|World Health Organization|G7|G20|\
     OPEC|Interpol",
);
