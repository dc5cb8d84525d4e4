internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

// What is read of the main backend's collections, and nothing else of them: every read names its fields, so that a
// password, a one-time code or an address never enters this process. Deleted means `isDeleted: true`; documents older
// than the flag are live.

/// Reads of one person's records.
struct RecordQuery {
    /// How far records with a date are read around the month asked for and the present one.
    struct Window {
        /// Months before the earlier of the two.
        static let before = 24
        /// Months after the later of the two; recurring records are stored one period ahead.
        static let after = 3

        let from: Date
        let to: Date

        init(around month: Month, now: Date) {
            let present = Month(containing: now)
            from = min(month, present).advanced(by: -Self.before).start
            to = max(month, present).advanced(by: Self.after).end
        }

        /// Dates inside, and whatever is no date: a text is judged after it is read, since a range never finds one.
        func condition(on field: String) -> BSONDocument {
            [
                "$or": [
                    .document([field: ["$gte": BSON(from), "$lt": BSON(to)]]),
                    .document([field: ["$not": ["$type": "date"]]]),
                ]
            ]
        }
    }

    /// The collection.
    let collection: String
    /// What is asked of it.
    private(set) var query: MongoQuery

    private init(
        _ collection: String, _ filter: BSONDocument, fields: [String], newestBy date: String? = nil, limit: Int
    ) {
        self.collection = collection
        query = MongoQuery(
            filter, projection: Self.only(fields), sort: date.map { [$0: -1, "_id": -1] } ?? ["_id": -1],
            // One more than wanted, so that the snapshot sees that there are more, and says so.
            limit: limit + 1)
    }

    /// The person's own document.
    static func person(_ user: UserID) -> RecordQuery {
        RecordQuery("users", ["_id": BSON(user)], fields: personFields, limit: 1)
    }

    /// Fields of a user document that may be loaded.
    static let personFields = ["name", "role", "status", "verified", "isDeleted", "partnerId"]

    static func incomes(of user: UserID, _ window: Window, limit: Int) -> RecordQuery {
        RecordQuery(
            "incomes", live(user) + window.condition(on: "receiveDate"),
            fields: ["name", "amount", "receiveDate", "frequency", "isDeleted", "createdAt"], newestBy: "receiveDate",
            limit: limit)
    }

    static func expenses(of user: UserID, _ window: Window, limit: Int) -> RecordQuery {
        RecordQuery(
            "expenses", live(user) + window.condition(on: "endDate"),
            fields: ["name", "amount", "endDate", "frequency", "budgetId", "isDeleted", "createdAt"],
            newestBy: "endDate", limit: limit)
    }

    /// Deleted ones too: they still name the category of their expense.
    static func budgets(of user: UserID, limit: Int) -> RecordQuery {
        RecordQuery("budgets", ["userId": BSON(user)], fields: budgetFields, newestBy: "createdAt", limit: limit)
    }

    /// Of the partner, household budgets of the month and nothing else.
    static func household(of partner: UserID, in month: Month, limit: Int) -> RecordQuery {
        let dates: BSON = ["$gte": BSON(month.start), "$lt": BSON(month.end)]
        return RecordQuery(
            "budgets", live(partner) + ["type": "household", "createdAt": dates], fields: budgetFields,
            newestBy: "createdAt", limit: limit)
    }

    static func debts(of user: UserID, limit: Int) -> RecordQuery {
        RecordQuery(
            "debts", live(user),
            fields: [
                "name", "amount", "monthlyPayment", "AdHocPayment", "capitalRepayment", "interestRepayment",
                "userInterestRate", "payDueDate", "completionRatio", "isDeleted", "createdAt",
            ], limit: limit)
    }

    static func savingGoals(of user: UserID, limit: Int) -> RecordQuery {
        RecordQuery(
            "savinggoals", live(user),
            fields: [
                "name", "totalAmount", "monthlyTarget", "savedMoney", "completionRation", "isCompleted", "date",
                "completeDate", "isDeleted", "createdAt",
            ], limit: limit)
    }

    private static let budgetFields = [
        "name", "amount", "type", "category", "frequency", "expensesId", "isDeleted", "createdAt",
    ]

    private static func live(_ user: UserID) -> BSONDocument {
        ["userId": BSON(user), "isDeleted": ["$ne": true]]
    }

    private static func only(_ fields: [String]) -> BSONDocument {
        BSONDocument(fields.map { BSONDocument.Element($0, 1) })
    }

    /// The same of many people at once, in no order and without a limit; each document says whose it is.
    func widened(to users: [UserID]) -> RecordQuery {
        let owner = query.filter["userId"] == nil ? "_id" : "userId"
        var wide = self
        wide.query.filter[owner] = ["$in": .array(users.map { BSON($0) })]
        wide.query.projection[owner] = 1
        wide.query.sort = [:]
        wide.query.limit = nil
        return wide
    }

    /// Reads it as the pure rings want it.
    func read(_ client: MongoClient) async throws(PortError) -> [Document] {
        try await PortError.translating { () async throws(MongoError) in try await documents(client) }
    }

    /// The same with the client's own words for what went wrong.
    func documents(_ client: MongoClient) async throws(MongoError) -> [Document] {
        try await client.find(query, in: collection).map { Document($0) }
    }
}
