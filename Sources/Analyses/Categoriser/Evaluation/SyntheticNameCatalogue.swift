/// What people in the United Kingdom type when they enter an expense, by category. Shops' names are data here: invented
/// ones, and some everyone knows.
enum SyntheticNameCatalogue {
    /// One category's vocabulary.
    struct Group: Sendable {
        let category: String
        /// Names that stand alone.
        let brands: [String]
        /// What a local place of the kind is called after its owner or street: "Marlow" and "bakery".
        let places: [String]
        /// Plain words for the purchase.
        let words: [String]
    }

    static let groups: [Group] = [
        Group(
            category: "Groceries",
            brands: [
                "Tesco", "Sainsbury's", "Asda", "Aldi", "Lidl", "Morrisons", "Waitrose", "Iceland Foods", "Ocado",
                "Farmfoods", "Budgens", "Spar", "Greenvale Grocers", "Pantry Box",
            ],
            places: ["Butchers", "Bakery", "Greengrocer", "Farm Shop", "Fishmonger", "Mini Market", "Food Store"],
            words: ["weekly shop", "food shop", "groceries", "milk and bread", "veg box", "supermarket", "big shop"]),
        Group(
            category: "Eating out",
            brands: [
                "Nando's", "Greggs", "Costa Coffee", "Pret A Manger", "McDonald's", "Pizza Express", "Wagamama",
                "Just Eat", "Deliveroo", "Caffe Nero", "Saffron Garden", "The Copper Kettle",
            ],
            places: [
                "Cafe", "Fish Bar", "Tandoori", "Kebab House", "Pizzeria", "Tea Room", "Restaurant", "Coffee House",
            ],
            words: ["takeaway", "coffee", "lunch out", "dinner out", "pizza night", "brunch", "fish and chips"]),
        Group(
            category: "Car",
            brands: ["Shell", "Esso", "Texaco", "Halfords", "Kwik Fit", "RAC", "DVLA", "NCP", "RingGo", "Motorwell"],
            places: ["Garage", "Tyres", "Car Wash", "Service Station", "Car Park", "Auto Centre", "MOT Centre"],
            words: ["petrol", "diesel", "car tax", "mot and service", "parking", "car repair", "new tyres", "fuel"]),
        Group(
            category: "Transport",
            brands: ["Trainline", "Stagecoach", "First Bus", "Uber", "Arriva", "Northern Rail", "TfL", "Citylink"],
            places: ["Taxis", "Cabs", "Coaches", "Bus Company", "Cycle Hire", "Minicabs"],
            words: ["bus fare", "train ticket", "season ticket", "oyster top up", "taxi home", "bus pass", "railcard"]),
        Group(
            category: "Utilities",
            brands: [
                "British Gas", "EDF Energy", "Octopus Energy", "Severn Trent", "Thames Water", "BT Broadband",
                "Vodafone", "giffgaff", "TalkTalk", "Northlight Power",
            ],
            places: ["Water", "Energy", "Electricity", "Broadband", "Gas Supply"],
            words: [
                "electric bill", "gas bill", "water bill", "phone bill", "internet", "meter top up", "mobile contract",
                "gas and electric",
            ]),
        Group(
            category: "Home",
            brands: ["B&Q", "Wickes", "Ikea", "Dunelm", "Screwfix", "Homebase", "Oakline Furniture"],
            places: ["Plumbing", "Hardware", "Carpets", "Lettings", "Garden Centre", "Window Cleaning", "Kitchens"],
            words: ["rent", "mortgage", "council tax", "plumber", "new sofa", "paint and brushes", "boiler service"]),
        Group(
            category: "Health",
            brands: ["Boots", "Superdrug", "Specsavers", "Vision Express", "Bupa", "Lloyds Pharmacy", "Wellspring"],
            places: ["Dental Practice", "Pharmacy", "Opticians", "Physiotherapy", "Clinic", "Chemist", "Chiropody"],
            words: ["prescription", "dentist", "glasses", "eye test", "physio", "hay fever tablets", "contact lenses"]),
        Group(
            category: "Clothes",
            brands: [
                "Primark", "Next", "New Look", "Matalan", "ASOS", "TK Maxx", "Clarks", "Peacocks", "Thornbury & Co",
            ],
            places: ["Shoes", "Menswear", "Boutique", "Tailors", "Dry Cleaners", "Fashions"],
            words: ["new shoes", "winter coat", "work clothes", "jeans", "trainers", "dress for wedding", "socks"]),
        Group(
            category: "Children",
            brands: ["Smyths Toys", "Mothercare", "Busy Bees", "The Entertainer", "ParentPay", "Little Otters"],
            places: ["Nursery", "Primary School", "After School Club", "Childminding", "Playgroup", "Soft Play"],
            words: [
                "school uniform", "school dinners", "nappies", "nursery fees", "school trip", "pocket money",
                "baby milk",
            ]),
        Group(
            category: "Subscriptions",
            brands: [
                "Netflix", "Spotify", "Disney Plus", "Amazon Prime", "NOW TV", "Audible", "iCloud", "Xbox Game Pass",
                "Apple Music",
            ],
            places: ["Magazine", "Streaming", "News Online", "Podcasts"],
            words: ["music subscription", "tv subscription", "cloud storage", "gaming pass", "film streaming"]),
        Group(
            category: "Leisure",
            brands: [
                "Odeon", "Vue Cinema", "PureGym", "Ticketmaster", "Waterstones", "Bannatyne", "Hollowbrook Lanes",
            ],
            places: ["Gym", "Cinema", "Bowling", "Theatre", "Arms", "Leisure Centre", "Golf Club", "Yoga Studio"],
            words: ["cinema tickets", "gym membership", "pub", "concert", "football tickets", "swimming", "night out"]),
        Group(
            category: "Giving",
            brands: ["Oxfam", "JustGiving", "Moonpig", "Interflora", "Cancer Research", "Card Factory"],
            places: ["Florist", "Hospice", "Gift Shop", "Foodbank", "Church"],
            words: ["birthday present", "charity", "flowers for mum", "wedding gift", "donation", "christmas gifts"]),
        Group(
            category: "Holidays",
            brands: ["easyJet", "Ryanair", "TUI", "Jet2", "Airbnb", "Premier Inn", "Booking.com", "Haven"],
            places: ["Hotel", "Guest House", "Holiday Park", "Travel Agents", "Campsite", "Caravan Park"],
            words: [
                "flights", "holiday deposit", "hotel", "airport parking", "travel insurance", "spending money abroad",
            ]),
        Group(
            category: "Pets",
            brands: ["Pets at Home", "Petplan", "Jollyes", "Tails.com", "Barkwell"],
            places: ["Vets", "Kennels", "Dog Grooming", "Cattery", "Pet Supplies"],
            words: ["dog food", "vet bill", "cat litter", "flea treatment", "pet insurance", "dog walker"]),
    ]

    /// Names that say nothing sure: each belongs now to one category, now to another.
    static let ambiguous: [(name: String, categories: [String])] = [
        ("Amazon", ["Home", "Clothes", "Giving", "Leisure", "Children"]), ("PayPal", ["Clothes", "Leisure", "Giving"]),
        ("M&S", ["Groceries", "Clothes"]), ("Co-op", ["Groceries", "Giving"]),
        ("Argos", ["Home", "Children", "Giving"]),
        ("eBay", ["Clothes", "Home", "Leisure"]), ("Post Office", ["Giving", "Utilities", "Holidays"]),
        ("John Lewis", ["Home", "Clothes", "Giving"]), ("cash", ["Groceries", "Leisure", "Eating out"]),
        ("card payment", ["Groceries", "Eating out", "Clothes"]), ("WH Smith", ["Leisure", "Children", "Giving"]),
        ("standing order", ["Home", "Giving", "Children"]), ("misc", ["Leisure", "Home", "Giving"]),
    ]

    /// Owners and streets that go before a place's kind; they say nothing about the category.
    static let owners = [
        "Marlow", "Harbour", "Station Road", "Priory", "Kingsway", "Ashfield", "Bramley", "Castle", "Dale", "Elmwood",
        "Fenton", "Grange", "Hillside", "Ivy", "Jubilee", "Kestrel", "Lakeside", "Meadow", "Norton", "Oakham", "Park",
        "Queens", "Riverside", "Sutton", "Thorpe", "Upton", "Victoria", "Weston", "York", "Abbey", "Bridge", "Chapel",
        "Denton", "Eastgate", "Foxhall", "Green Lane", "High Street", "Ingleby", "Jackson's", "Khan's", "Lewis",
        "Mill Lane", "Newton", "Owen's", "Patel", "Quayside", "Rowan", "Singh's", "Taylor's", "Warwick",
    ]
}
