import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports

@testable import Auth

/// One person, one secret and one instant that the tests of this folder share.
enum Example {
    static let secret = "a-secret-of-some-length-for-tests-1"
    static let user = id("66200000000000000000a001")
    static let now = Date(timeIntervalSince1970: 1_775_100_000)
    static let person = Person(id: user, name: "Maya", role: .user)

    static func id(_ text: String) -> UserID {
        guard let id = UserID(text) else { preconditionFailure("\(text) is not an id") }
        return id
    }

    static func tokens(_ limits: BearerLimits = BearerLimits()) async throws -> BearerTokens {
        try await BearerTokens(secret: secret, limits: limits)
    }

    /// A payload around the shared person, with members added or replaced.
    static func payload(_ members: String = "") -> String {
        #"{"id":"\#(user.hex)","role":"USER","exp":1775200000\#(members.isEmpty ? "" : ",")\#(members)}"#
    }

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

/// A clock that stands until it is told to move.
final class SetClock: Sendable {
    private let instant = NIOLockedValueBox(Example.now)
    var now: Date { instant.withLockedValue { $0 } }
    func advance(by seconds: Double) { instant.withLockedValue { $0 += seconds } }
}

/// A store of people that counts its reads and can misbehave.
final class StoredPeople: Sendable {
    private struct State {
        var people: [UserID: Person] = [:]
        var failure: PortError?
        var reads = 0
    }
    private let state = NIOLockedValueBox(State())

    init(_ people: Person...) {
        for person in people { set(person) }
    }

    var reads: Int { state.withLockedValue { $0.reads } }
    func set(_ person: Person) { state.withLockedValue { $0.people[person.id] = person } }
    func remove(_ user: UserID) { state.withLockedValue { $0.people[user] = nil } }
    func fail(_ error: PortError?) { state.withLockedValue { $0.failure = error } }

    var port: People {
        People(
            find: { user throws(PortError) in
                let (failure, person) = self.state.withLockedValue { state in
                    state.reads += 1
                    return (state.failure, state.people[user])
                }
                if let failure { throw failure }
                return person
            },
            page: { _, _ throws(PortError) in throw PortError(.refused, "not expected here") })
    }
}

/// Claims in memory without an end of their own, so that only what a ticket says ends it.
final class StoredClaims: Sendable {
    private let values = NIOLockedValueBox<[String: [UInt8]]>([:])
    private let failure = NIOLockedValueBox<PortError?>(nil)

    var keys: [String] { values.withLockedValue { $0.keys.sorted() } }
    var stored: [[UInt8]] { values.withLockedValue { Array($0.values) } }
    func replace(_ value: String) { values.withLockedValue { $0 = $0.mapValues { _ in Array(value.utf8) } } }
    func fail(_ error: PortError?) { failure.withLockedValue { $0 = error } }

    var port: Claims {
        Claims(
            claim: { key, value, _ throws(PortError) in
                if let failure = self.failure.withLockedValue({ $0 }) { throw failure }
                return self.values.withLockedValue { values in
                    guard let there = values[key] else {
                        values[key] = value
                        return nil
                    }
                    return there
                }
            },
            take: { key throws(PortError) in
                if let failure = self.failure.withLockedValue({ $0 }) { throw failure }
                return self.values.withLockedValue { $0.removeValue(forKey: key) }
            })
    }
}
