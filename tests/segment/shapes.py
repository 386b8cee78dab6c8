"""Lines of furniture and lines of prose, invented; every one of the first must be set apart, none of the second lost."""

FURNITURE = """You have 3 free articles remaining this month
Enjoying our journalism? Chip in from 2 crowns a week.
Support independent reporting from the coast
Already a subscriber? Log in
Want more like this? Get the Morning Tide in your inbox
Thank you for reading the Coast Courier.
Reading time: 4 minutes
Text size: A A A
Listen to this article (5 min)
Comments are closed.
Comments (23)
Be the first to comment
Sort by: newest | oldest | most liked
Facebook Twitter WhatsApp Email
ADVERTISEMENT - CONTINUE READING BELOW
Sponsored by Nordvik Savings Bank
Partner content: Ten ways to cook cod
Page 2 of 5
Next: Storm closes the bridge at Plenza
You are here: Home > News > Coast
Home » News » Coast » Boats burn at quay
Toggle navigation
Nordvik 7°C
Exchange rates: EUR 7.45 USD 6.60
Image 1 of 6
00:00 / 02:14
ISSN 1234-5678
Manage your consent
Tel: +47 55 12 34 56
Got a tip? Write to tips@coastcourier.example
Tagged with: fire, harbour, Nordvik
#nordvik #fire #harbour
Posted in News, Coast | Leave a comment
This entry was posted in Coast and tagged fire, harbour. Bookmark the permalink.
Older entries
Copyright Coast Courier Ltd
Photo by Kari Vik/Coast Courier
Kari Vik/Getty Images
Map of the harbour. Click to enlarge.
Article continues after advertisement
Most Popular This Week
Trending: storm, bakers, bridge
Views: 1,284 | Shares: 45
>> Storm over Plenza
Also on the Coast Courier: cod prices
Read the original here
.ad-box { display: none; }""".splitlines()

NORWEGIAN_FURNITURE = """Du har 3 gratis saker igjen denne måneden
Er du allerede abonnent? Logg inn
Lesetid: 4 minutter
Kommentarfeltet er stengt.
Vær den første til å kommentere
Artikkelen fortsetter under annonsen
Ansvarlig redaktør: Kari Vik
Del på Facebook Del på Twitter
FOTO: KARI VIK
Mest lest siste uke
Postadresse: Postboks 14, 5000 Nordvik
Telefon: 55 12 34 56
Har du sett noe? Ring vår tipstelefon.
Følg oss på sosiale medier""".splitlines()

PROSE = """Two men were arrested.
No one was hurt.
Three boats were lost: the Anna, the Berit and the Stella.
The mayor added: We will not give in.
"Follow us," the guard shouted to the crews.
Listen to the children, the priest told them.
Tell us who did it, the crowd shouted.
Advertisement revenue fell by half, the owner of the cannery told the court on Monday.
Comments by the mayor angered the crews.
Subscribers to the fund lost everything.
The law on harbours was sponsored by the League and passed in the spring.
Figures compiled by the ministry and reported by the press show that forty boats have burned.
The next page of the diary is torn out.
Killed: 14. Wounded: 43. Missing: 6.
At least 14 people were killed
Reply from the ministry: no comment.
Minister for the Northern Coast, Tobias Elvang, said:
The fleet belonged to the first of the unions.[4]
Correction of the count took a week, the commission said.""".splitlines()
