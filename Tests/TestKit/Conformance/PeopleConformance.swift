import Finance
public import Ports
import Testing

/// What every list of people promises. Run with `@Test(arguments: PeopleConformance.checks)`. Other people may be in the
/// store, so that pages are only judged by whom they must and must not show.
public enum PeopleConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Seeded<People>>] = [
        ConformanceCheck("An unknown id is nobody") { store async throws in
            #expect(try await store.port.find(Fresh.user()) == nil)
        },
        ConformanceCheck("A person is found with name, role, partner and no restriction") { store async throws in
            let (id, partner) = (try Fresh.user(), try Fresh.user())
            try await store.insert("users", [user(id, ["partnerId": .id(partner.hex)])])
            #expect(
                try await store.port.find(id) == Person(id: id, name: "Ada Penhallow", role: .user, partnerID: partner))
        },
        ConformanceCheck("Blocked, unverified, deleted people and administrators are found as what they are") {
            store async throws in
            for (fields, expected) in oddities {
                let id = try Fresh.user()
                try await store.insert("users", [user(id, fields)])
                let person = try #require(try await store.port.find(id))
                let traits = [person.isBlocked, !person.isVerified, person.isDeleted, person.role == .admin]
                #expect(traits == expected)
            }
        },
        ConformanceCheck("A user document with only id and name has the backend's defaults") { store async throws in
            let id = try Fresh.user()
            try await store.insert("users", [Document(["_id": .id(id.hex), "name": .string("Bare")])])
            let person = try #require(try await store.port.find(id))
            #expect(person == Person(id: id, name: "Bare", role: .user, isVerified: false))
        },
        ConformanceCheck("An unknown role grants nothing") { store async throws in
            let id = try Fresh.user()
            try await store.insert("users", [user(id, ["role": .string("SUPERADMIN")])])
            #expect(try await store.port.find(id)?.role == Person.Role.none)
        },
        ConformanceCheck("Pages go through live, active, verified users in id order, each once") { store async throws in
            var live: Set<UserID> = []
            for _ in 0..<5 { live.insert(try Fresh.user()) }
            try await store.insert("users", live.map { user($0) })
            var hidden: Set<UserID> = []
            for (fields, _) in oddities {
                let id = try Fresh.user()
                hidden.insert(id)
                try await store.insert("users", [user(id, fields)])
            }
            let seen = try await everyone(store.port)
            #expect(Set(seen).isSuperset(of: live))
            #expect(Set(seen).isDisjoint(with: hidden))
            #expect(zip(seen, seen.dropFirst()).allSatisfy { $0 < $1 })
        },
        ConformanceCheck("A page is no longer than asked for and begins after the given id") { store async throws in
            let first = try #require(UserID("0000" + Fresh.id().dropFirst(4)))
            try await store.insert("users", [user(first)])
            let page = try await store.port.page(first, 1)
            #expect(page.count <= 1 && page.allSatisfy { $0 > first })
        },
    ]

    /// Fields that keep a person off the pages, and what `find` says: blocked, unverified, deleted, administrator.
    private static let oddities: [([String: Document.Value], [Bool])] = [
        (["status": .string("blocked")], [true, false, false, false]),
        (["verified": .bool(false)], [false, true, false, false]),
        (["isDeleted": .bool(true)], [false, false, true, false]),
        (["role": .string("ADMIN")], [false, false, false, true]),
    ]

    private static func user(_ id: UserID, _ others: [String: Document.Value] = [:]) -> Document {
        let fields: [String: Document.Value] = [
            "_id": .id(id.hex), "name": .string("Ada Penhallow"), "role": .string("USER"),
            "email": .string("\(id.hex)@example.com"), "password": .string("never read"), "status": .string("active"),
            "verified": .bool(true), "isDeleted": .bool(false), "partnerId": .null,
        ]
        return Document(fields.merging(others) { $1 })
    }

    private static func everyone(_ people: People) async throws -> [UserID] {
        var seen: [UserID] = []
        while seen.count < 100_000 {
            let page = try await people.page(seen.last, 7)
            guard !page.isEmpty else { break }
            seen += page
        }
        return seen
    }
}
