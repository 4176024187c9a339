"""Names of families from the British Isles."""

from __future__ import annotations

from reportgen.demo.names.heritage import Heritage, words

ENGLISH = Heritage(
    id="english",
    share=81.5,
    eal=0.005,
    girls=words("""
        Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy
        Sienna Poppy Elsie Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maisie Emma
        Alice Chloe Jessica Ruby Lucy Hannah Eleanor Erin Bella Molly Imogen Abigail Scarlett Holly Esme
        Martha Lola Eliza Georgia Amber Jasmine Summer Heidi Beatrice Thea Ellie-Mae Lilly-Rose
        Gracie-Mae Amy Zoe Faith Darcey Lacey Lexi Hollie Bethany Megan Caitlin Katie Rebecca Zara
        Penelope Nancy Ottilie Skye Kizzy Shantel Robyn Leah Nicole Paige Tilly Pippa Harriet Francesca
        Lydia Naomi Eva Sarah Niamh Orla Madison Aimee Libby Tia Kayleigh Courtney Demi-Leigh Isobel Anna
        Edith Ada Margot Iris Violet Clara Sadie Mollie Ebony Charley Tegan Darcie Gabriella Verity Bryony
        Rosalind Cordelia Ivy-Rae Amelia-Grace Lucie Frankie Alexandra Victoria
    """),
    boys=words("""
        Oliver George Harry Noah Jack Leo Arthur Muhammad Oscar Charlie Jacob Thomas Henry William Alfie
        Freddie Joshua Theo James Archie Lucas Logan Ethan Isaac Alexander Joseph Edward Samuel Max
        Daniel Finley Mason Reuben Toby Harrison Jake Riley Dylan Louie Stanley Albie Elliot Sebastian
        Ryan Tyler Connor Kai Jayden Ellis Frankie Bobby Jude Luke Matthew Adam Nathan Zachary Jenson
        Tommy-Lee Alfie-James Callum Owen Rory Caleb Gabriel Felix Hugo Ralph Rowan Jasper Ezra Blake
        Corey Bailey John-Joe Levi Kian Brandon Ashton Cameron Jamie Aaron Ben Toby-Jay Robert Michael
        Christopher Aidan Louis Marcus Spencer Harvey Leon Kyle Taylor Declan Zak Rhys Ewan Sonny Jackson
        Hunter Roman Grayson Ronnie Teddy Rupert Barnaby Crispin Monty Ned Wilfred Kit Dominic Patrick
        Peter Simon Anthony Harley Jordan Lewis Cody Blaine Kaiden
    """),
    surnames=words("""
        Smith Jones Taylor Brown Wilson Johnson Davies Wright Walker White Robinson Thompson Hughes
        Edwards Green Hall Wood Harris Clarke Jackson Turner Hill Cooper Ward Morris Moore Clark Baker
        Harrison King Allen Mitchell Parker Bennett Cook Shaw Price Richardson Marshall Carter Bailey
        Gray Bell Collins Adams Rogers Webb Foster Barnes Knight Chapman Powell Fletcher Holmes Palmer
        Mason Hunt Lloyd Matthews Dixon Fisher Pearson Barker Stevens Elliott Fox Spencer Bradley Payne
        Cole Hawkins Reynolds Gibson Ellis Porter Saunders Wells Harvey Dean Andrews Ford Kemp Holloway
        Sutcliffe Ackroyd Hebblethwaite Thistlethwaite Pickles Greenwood Dyson Haigh Barraclough
        Priestley Lockwood Sykes Broadbent Crossley Armitage Hirst Firth Kaye Schofield Ramsbottom
        Featherstonehaugh Poole Quick Noon May Frost Winter Summers Day Rose Abbott Prior Bishop Pope
        Parker-Hughes Ward-Thompson Lister-Kaye Clay-Robinson Ashworth-Bell Whitfield Nightingale
        Merriweather Cholmondeley Butterworth Murgatroyd Illingworth Ogden Naylor Rushworth Midgley
        Horsfall Dewhirst Stansfield Uttley Fawcett Metcalfe Calvert Raistrick Lumb Beaumont Brook Drake
        Gledhill Hinchliffe Jagger Kershaw Milnes Peel Rhodes Senior Shackleton Tempest Varley Wadsworth
        Woodhead Gaunt Hardcastle Nutter Pollard Riley Scott Simpson Stead Waddington Burton Cross Dale
        Gill Hope Lane Moss Reeve Steel Stone West Young Watson Wilkinson Thomas Roberts Phillips Newton
        Norris Parsons Perry Potter Read Rowe Sharp Stokes Tucker Walsh Warren Watts Weston Whitehead
        Cholmondeley-Warner Fortescue-Brickdale Smith-Jones
    """),
)
WELSH = Heritage(
    id="welsh",
    share=2.5,
    eal=0.0,
    girls=words("Siân Carys Ffion Seren Mali Eleri Angharad Cerys Rhiannon Bethan Nia Lowri Anwen"),
    boys=words("Rhys Dylan Osian Llŷr Gethin Iestyn Macsen Ieuan Evan Gruffydd Tomos Ifan Siôn"),
    surnames=words("""
        Evans Davies Griffiths Llewellyn Prosser Bevan Bowen Gwynne Rees Vaughan Pritchard Ap_Rhys Cadwaladr
        Tudor
    """),
)
IRISH = Heritage(
    id="irish",
    share=3.0,
    eal=0.0,
    girls=words("Aoife Niamh Saoirse Róisín Caoimhe Orla Sinéad Ciara Clodagh Éabha Gráinne Maeve Bláthnaid"),
    boys=words("Declan Oisín Cian Tadhg Seán Pádraig Fionn Conor Eoin Darragh Ruairí Cormac Liam"),
    surnames=words("""
        O’Connor O’Brien O’Sullivan O’Donoghue Murphy Kelly Brennan Walsh Doherty Gallagher McCarthy
        McLaughlin Ó_Murchú Byrne Nolan D’Arcy Fitzgerald MacMahon Rafferty
    """),
)
SCOTTISH = Heritage(
    id="scottish",
    share=2.0,
    eal=0.0,
    girls=words("Ailsa Eilidh Iona Mhairi Catriona Isobel Morag Skye Kirsty Fiona"),
    boys=words("Hamish Fergus Angus Lachlan Struan Euan Finlay Callum Murdo Alasdair"),
    surnames=words("""
        MacDonald McKenzie Campbell Fraser Drummond MacLeod McIntyre Buchanan Sinclair St_Clair Kerr Stewart
    """),
)
ISLES = (ENGLISH, IRISH, WELSH, SCOTTISH)
