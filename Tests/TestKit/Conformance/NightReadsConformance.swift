import Analyses
import Finance
import FoundationEssentials
import Ports
import Testing

/// What every reader of a night promises. Run with `@Test(arguments: NightReadsConformance.checks)`. Who wrote of late is
/// about everyone, so each check wants a store of its own.
public enum NightReadsConformance {
    /// Every promise.
    public static let checks = reading + versions

    private static let reading: [ConformanceCheck<NightStores>] = [
        ConformanceCheck("Read together everyone has the snapshot they have when read alone, whatever their records") {
            store async throws in
            let people = try await crowd(store)
            for month in [NamedPeople.month, NamedPeople.month.previous, NamedPeople.month.next] {
                let together = try await store.reads.snapshots(people, month, NamedPeople.now)
                for user in people {
                    let alone = try? await store.snapshots.read(user, month, NamedPeople.now)
                    #expect(try together[user]?.get() == alone, "\(user)")
                }
                #expect(together.count > 10)
            }
        },
        ConformanceCheck("Who is unknown or deleted is absent, and nobody is nobody") { store async throws in
            var gone = try ExampleHousehold()
            gone.isDeleted = true
            let there = try ExampleHousehold()
            for household in [gone, there] { try await store.put(household) }
            let asked = [gone.user, there.user, try Fresh.user()]
            let read = try await store.reads.snapshots(asked, ExampleHousehold.april, ExampleHousehold.now)
            #expect(Set(read.keys) == [there.user])
            #expect(try await store.reads.snapshots([], ExampleHousehold.april, ExampleHousehold.now).isEmpty)
            #expect(try await store.reads.versions([]).isEmpty)
            #expect(try await store.reads.calculators([]).isEmpty)
        },
        ConformanceCheck("Partners read together each see the other's household budgets and no more") {
            store async throws in
            let example = try ExampleHousehold()
            try await store.put(example)
            let both = [example.user, example.partner]
            let read = try await store.reads.snapshots(both, ExampleHousehold.april, ExampleHousehold.now)
            for user in both {
                let alone = try await store.snapshots.read(user, ExampleHousehold.april, ExampleHousehold.now)
                #expect(try read[user]?.get() == alone)
                #expect(alone.household.contains { $0.isPartners })
            }
        },
        ConformanceCheck("Of calculations everyone asked about has the newest they have when read alone") {
            store async throws in
            let people = try (0..<3).map { _ in try Fresh.user() }
            for (index, collection) in calculators.enumerated() {
                for (place, user) in people.prefix(2).enumerated() {
                    for second in [3, 7, 5] where (index + place) % 3 != 0 {
                        try await store.put(collection, [calculation(of: user, second)])
                    }
                }
            }
            let read = try await store.reads.calculators(people)
            #expect(read.count == 3)
            for user in people { #expect(try await read[user] == store.calculators.newest(user)) }
            #expect(read[people[2]] == CalculatorDocuments())
        },
        ConformanceCheck("Of the main app's settings everyone has what binds us; what makes no sense is not there") {
            store async throws in
            let people = try (0..<3).map { _ in try Fresh.user() }
            try await store.put(
                "notificationsettings",
                [
                    settings(of: people[0], ["budgetNotification": .bool(false), "timeZone": .string("Europe/Paris")]),
                    settings(of: people[1], ["budgetNotification": .string("no"), "timeZone": .string("Nowhere")]),
                ])
            let read = try await store.reads.appSettings(people)
            #expect(read[people[0]] == AppSettings(budgetNotification: false, timeZone: "Europe/Paris"))
            #expect(read[people[1]] ?? AppSettings() == AppSettings() && read[people[2]] == nil)
        },
        ConformanceCheck("Active is who asked something since a moment, in id order, no more than wanted") {
            store async throws in
            let people = try (0..<4).map { _ in try Fresh.user() }.sorted()
            // The second was only answered since, the third wrote twice.
            for (person, said) in zip(people, [[0.0], [-1], [5, 6], [7]]) {
                let thread = try Thread(of: person)
                for second in said { _ = try await store.conversations.append(person, thread.message("?", at: second)) }
                _ = try await store.conversations.append(person, thread.message("!", at: 9, role: .assistant))
            }
            #expect(try await store.reads.active(Thread.instant(0), 9) == [people[0], people[2], people[3]])
            #expect(try await store.reads.active(Thread.instant(0.001), 1) == [people[2]])
            #expect(try await store.reads.active(Thread.instant(7.001), 9).isEmpty)
        },
    ]

    private static let versions: [ConformanceCheck<NightStores>] = [
        ConformanceCheck("A version stays while records do, and moves with anything added, changed, hidden or removed")
        {
            store async throws in
            for collection in records + calculators { try await moves(collection, store) }
        },
        ConformanceCheck("A version moves with the user's own document and with the partner's household budgets") {
            store async throws in
            let example = try ExampleHousehold()
            try await store.putDated(example)
            var version = try await told(of: example.user, store)
            var user = example.users[0]
            for (name, value) in [("name", "Maya T."), ("partnerId", nil), ("partnerId", example.partner.hex)] {
                user.fields[name] = value.map { name == "name" ? .string($0) : .id($0) } ?? .null
                user.fields["updatedAt"] = .date(Thread.instant(Double(version.count)))
                try await store.put("users", [user])
                let next = try await told(of: example.user, store)
                #expect(next != version)
                version = next
            }
            var budget = record(of: example.partner, changed: 1)
            budget.fields["type"] = .string("household")
            for second in 1...2 {
                budget.fields["updatedAt"] = .date(Thread.instant(Double(second)))
                try await store.put("budgets", [budget])
                let next = try await told(of: example.user, store)
                #expect(next != version)
                version = next
            }
        },
        ConformanceCheck("Versions of people asked about together are those of each alone; the unknown have none") {
            store async throws in
            let households = try (0..<3).map { _ in try ExampleHousehold() }
            for household in households { try await store.putDated(household) }
            let people = households.map(\.user)
            let together = try await store.reads.versions(people + [Fresh.user()])
            #expect(Set(together.keys) == Set(people))
            for user in people { #expect(try await together[user] == told(of: user, store)) }
        },
    ]

    private static func settings(of user: UserID, _ fields: [String: Document.Value]) -> Document {
        Document(fields.merging(["_id": .id(Fresh.id()), "userId": .id(user.hex)]) { $1 })
    }

    private static let records = ["incomes", "expenses", "budgets", "debts", "savinggoals"]
    private static let calculators = [
        "savingcalculations", "loanrepaymentcalculations", "inflationcalculations", "inflationapicalculations",
    ]

    private static func moves(_ collection: String, _ store: NightStores) async throws {
        let example = try ExampleHousehold()
        try await store.putDated(example)
        var seen = [try await told(of: example.user, store)]
        func expectNew(_ what: String) async throws {
            let version = try await told(of: example.user, store)
            #expect(!seen.contains(version), "\(collection) \(what)")
            seen.append(version)
            #expect(try await told(of: example.user, store) == version)
        }
        var one = record(of: example.user, changed: 10)
        let other = record(of: example.user, changed: 1)
        try await store.put(collection, [one])
        try await expectNew("added")
        try await store.put(collection, [other])
        try await expectNew("added with an older date")
        one.fields["amount"] = .int(6)
        one.fields["updatedAt"] = .date(Thread.instant(11))
        try await store.put(collection, [one])
        try await expectNew("changed")
        one.fields["isDeleted"] = .bool(true)
        one.fields["updatedAt"] = .date(Thread.instant(12))
        try await store.put(collection, [one])
        try await expectNew("hidden")
        guard case .id(let id) = other["_id"] else { return }
        try await store.remove(collection, id)
        try await expectNew("removed")
    }

    private static func told(of user: UserID, _ store: NightStores) async throws -> String {
        let version = try await store.reads.versions([user])[user]
        #expect(version?.isEmpty == false)
        return version ?? ""
    }

    private static func record(of user: UserID, changed second: Double) -> Document {
        Document([
            "_id": .id(Fresh.id()), "userId": .id(user.hex), "name": .string("n"), "amount": .int(5),
            "isDeleted": .bool(false), "createdAt": .date(Thread.instant(0)),
            "updatedAt": .date(Thread.instant(second)),
        ])
    }

    private static func calculation(of user: UserID, _ second: Int) -> Document {
        Document([
            "_id": .id("0000000\(second)" + Fresh.id().dropFirst(8)), "userId": .id(user.hex),
            "createdAt": .date(Thread.instant(Double(second))), "years": .int(Int64(second)),
        ])
    }

    /// The named people, households, somebody deleted and somebody unknown.
    private static func crowd(_ store: NightStores) async throws -> [UserID] {
        var people = [try Fresh.user()]
        for (_, documents) in NamedPeople.all { people.append(try await store.put(documents)) }
        for number in 0..<4 {
            var household = try ExampleHousehold()
            household.isDeleted = number == 3
            try await store.put(household)
            people += [household.user, household.partner]
        }
        return people
    }
}

extension NightStores {
    fileprivate func put(_ household: ExampleHousehold) async throws {
        for (collection, documents) in household.documents { try await put(collection, documents) }
    }

    /// Records that say when they last changed, as those of the main backend do.
    fileprivate func putDated(_ household: ExampleHousehold) async throws {
        for (collection, documents) in household.documents {
            try await put(
                collection,
                documents.map { document in
                    var document = document
                    document.fields["updatedAt"] = .date(Thread.instant(-60))
                    return document
                })
        }
    }

    /// Stores a named person's records, as far as a store can hold them: each with an id, each once.
    fileprivate func put(_ documents: SnapshotDocuments) async throws -> UserID {
        let all = [
            ("users", [documents.user]), ("incomes", documents.incomes), ("expenses", documents.expenses),
            ("budgets", documents.budgets + documents.partnerBudgets), ("debts", documents.debts),
            ("savinggoals", documents.savingGoals),
        ]
        for (collection, documents) in all {
            var seen: Set<String> = []
            let storable = documents.filter { document in
                if case .id(let id) = document["_id"] { return seen.insert(id).inserted }
                return false
            }
            try await put(collection, storable)
        }
        return try Person(document: documents.user).id
    }
}
