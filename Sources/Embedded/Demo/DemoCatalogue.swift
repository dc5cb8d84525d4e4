import Finance

/// What demo people can be called, do, pay for, owe and wish for. All names are invented; amounts are in whole pounds
/// and meant to be plausible for a household in the United Kingdom, not exact for any.
enum DemoCatalogue {
    static let firstNames = [
        "Aisha", "Alfie", "Amara", "Beatrix", "Callum", "Carys", "Connor", "Dafydd", "Delphine", "Dev", "Eilidh",
        "Elspeth", "Esme", "Farah", "Fergus", "Freya", "Gethin", "Hamza", "Harriet", "Imogen", "Isla", "Jasper", "Joss",
        "Kwame", "Leila", "Lorcan", "Maeve", "Marcus", "Nadia", "Niamh", "Oona", "Osian", "Parveen", "Quentin", "Rhys",
        "Rowan", "Sanjay", "Seren", "Tamsin", "Theo", "Umar", "Verity", "Wanjiru", "Xavier", "Yusuf", "Zara",
    ]
    static let surnames = [
        "Abernathy", "Adeyemi", "Ashdown", "Barraclough", "Bhatt", "Birkett", "Calloway", "Chaudhry", "Craddock",
        "Dunmore", "Eccleston", "Fairclough", "Farquhar", "Gillespie", "Greenhalgh", "Hathersage", "Iqbal", "Jessop",
        "Kirkbride", "Lanyon", "Llewellyn", "Mackintosh", "Mbeki", "Nettleton", "Okonjo", "Pargeter", "Penrose",
        "Quill", "Ravenscroft", "Sandhu", "Tregear", "Underhill", "Vickers", "Wetherby", "Yardley", "Zielinski",
    ]

    /// Monthly take-home pay by kind of work.
    static let work: [(name: String, pay: ClosedRange<Int>)] = [
        ("Salary", 1_650...2_400), ("Salary", 2_000...3_100), ("Salary", 2_600...4_300), ("Wages", 1_350...1_950),
        ("NHS salary", 1_900...3_200), ("Teaching salary", 2_050...3_000), ("Pension", 1_150...1_900),
        ("Self-employed income", 1_400...3_600), ("Universal Credit", 780...1_350),
    ]

    /// Something beside the main income.
    static let side: [(name: String, pay: ClosedRange<Int>)] = [
        ("Child Benefit", 102...170), ("Weekend shifts", 180...420), ("Tutoring", 90...260),
        ("Rent from lodger", 400...550),
    ]

    /// Subscriptions: name and pence.
    static let subscriptions: [(name: String, pence: Int64)] = [
        ("Netflix", 12_99), ("Spotify", 11_99), ("Disney+", 8_99), ("Amazon Prime", 8_99), ("Gym", 29_99),
        ("Cloud storage", 2_49), ("Magazine", 6_50), ("Gaming pass", 10_99), ("Meal kit", 35_00),
    ]

    /// Things bought now and then: typical pounds, times a month, budget.
    static let habits:
        [(name: String, pounds: Int64, category: DemoCategory, times: ClosedRange<Int>, budget: String?)] =
            [
                ("Eating out", 28, .wants, 1...3, "Eating out"), ("Takeaway", 19, .wants, 0...3, "Eating out"),
                ("Coffee", 4, .wants, 1...4, nil), ("Clothes", 45, .wants, 0...1, nil), ("Pub", 24, .wants, 0...2, nil),
                ("Gifts", 30, .wants, 0...1, nil), ("Haircut", 22, .wants, 0...1, nil),
                ("Days out", 40, .wants, 0...1, nil),
                ("Pharmacy", 11, .needs, 0...1, nil), ("Household goods", 33, .needs, 0...1, nil),
                ("Car repair", 180, .needs, 0...1, nil), ("Dentist", 27, .needs, 0...1, nil),
            ]

    /// Debts: name, balance in pounds, rate in basis points, payment as a share of the balance in tenths of a per cent.
    static let debts: [(name: String, balance: ClosedRange<Int>, rate: ClosedRange<Int>, share: ClosedRange<Int>)] = [
        ("Credit card", 400...6_500, 1_890...2_990, 30...55), ("Store card", 120...1_400, 2_890...3_990, 40...70),
        ("Personal loan", 1_500...12_000, 590...1_490, 22...35), ("Car finance", 3_000...16_000, 690...1_290, 20...28),
        ("Overdraft", 200...1_900, 3_490...3_990, 45...80), ("Sofa finance", 300...1_600, 0...0, 45...80),
    ]

    /// What falls behind when money is short.
    static let arrears: [(name: String, balance: ClosedRange<Int>)] = [
        ("Council tax arrears", 350...1_800), ("Energy arrears", 240...1_500), ("Rent arrears", 600...3_200),
        ("Payday loan", 200...900),
    ]

    /// Goals: name and target in pounds.
    static let goals: [(name: String, target: ClosedRange<Int>)] = [
        ("Emergency fund", 1_500...9_000), ("Summer holiday", 600...3_200), ("House deposit", 9_000...38_000),
        ("New laptop", 500...1_600), ("Wedding", 5_000...16_000), ("Car", 2_500...9_000), ("Christmas", 300...1_000),
        ("Driving lessons", 600...1_500),
    ]
}
