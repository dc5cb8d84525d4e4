import Analyses
import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import Inbox
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct InboxRoutesTests {
    private static func put(_ key: String, _ stage: Stage, for user: UserID = Stage.maya) async throws {
        let nudge = Nudge(.insight, key: key, title: key, text: "\(key) is so.", at: stage.clock.date)
        _ = try await stage.state.change(.nudges, of: user, from: NudgeBox()) { $0.add(nudge, NudgeChoices()) }
    }

    private static func find(_ subject: String, _ stage: Stage, for user: UserID = Stage.maya) async throws -> String {
        let insight = Insight(
            kind: .priceRise, subject: subject, period: "2026-04", title: subject, text: "\(subject) rose.",
            figures: [], impact: Money(pence: 5_00), bucket: 1)
        let date = stage.clock.date
        _ = try await stage.state.change(.insights, of: user, from: InsightFeed()) { feed in
            feed.merge(InsightFindings(found: [insight], looked: []), on: date)
        }
        return insight.id
    }

    private static func object(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test("messages are listed as delivered, read, put off, dismissed and removed")
    func nudges() async throws {
        let stage = try await Stage()
        try await Self.put("rise", stage)
        let headers = try stage.bearer()
        try await stage.run { client in
            let list = try Self.object(try await client.send(.get, "/nudges", headers))
            #expect(list["unread"] as? Int == 1)
            let nudge = try #require((list["nudges"] as? [[String: Any]])?.first)
            #expect(nudge["text"] as? String == "rise is so." && nudge["state"] as? String == "delivered")
            let path = "/nudges/\(try #require(nudge["id"] as? String))"
            let until = #"{"until":"2026-04-21T09:00:00Z"}"#
            #expect(try await client.send(.post, path + "/snooze", headers, body: until).text.contains("snoozed"))
            #expect(try Self.object(try await client.send(.get, "/nudges/unread", headers))["nudges"] as? Int == 0)
            stage.clock.advance(by: .seconds(86_400))
            let later = try stage.bearer()
            #expect(try Self.object(try await client.send(.get, "/nudges/unread", later))["nudges"] as? Int == 1)
            #expect(try await client.send(.post, path + "/ack", later).text.contains(#""unread":0"#))
            #expect(try await client.send(.post, "/nudges/ack", later).text == #"{"read":0}"#)
            #expect(try await client.send(.delete, path, later).status == .noContent)
            #expect(try await client.send(.delete, path, later).code == "not_found")
        }
    }

    @Test("insights are listed, read, put off and dismissed")
    func insights() async throws {
        let stage = try await Stage()
        let id = try await Self.find("Gym", stage)
        let headers = try stage.bearer()
        try await stage.run { client in
            #expect(try Self.object(try await client.send(.get, "/insights", headers))["unread"] as? Int == 1)
            #expect(try await client.send(.post, "/insights/\(id)/ack", headers).text.contains("acknowledged"))
            let until = #"{"until":"2026-04-21T09:00:00Z"}"#
            #expect(try await client.send(.post, "/insights/\(id)/snooze", headers, body: until).status == .ok)
            let gone = try await client.send(.post, "/insights/\(id)/dismiss", headers)
            #expect((try Self.object(gone)["items"] as? [Any])?.isEmpty == true)
            #expect(try await client.send(.post, "/insights/never/ack", headers).code == "not_found")
        }
    }

    @Test(
        "a time that cannot be used is told with its name, and changes nothing",
        arguments: [
            ("", 400), ("[]", 400), ("{", 400), ("{}", 422), (#"{"until":5}"#, 422), (#"{"until":"soon"}"#, 422),
            (#"{"until":"2026-04-01T00:00:00Z"}"#, 422),
        ])
    func wrong(body: String, status: Int) async throws {
        let stage = try await Stage()
        let id = try await Self.find("Gym", stage)
        let headers = try stage.bearer()
        let answer = try await stage.run {
            try await $0.send(.post, "/insights/\(id)/snooze", headers, body: body)
        }
        #expect(answer.status.code == status, "\(answer.text)")
        #expect(try await stage.inbox.unread(of: Stage.maya).insights == 1)
    }

    @Test("another person's ids are not found, and what is theirs stays as it is")
    func foreign() async throws {
        let stage = try await Stage()
        try await Self.put("hers", stage, for: Stage.noah)
        let nudge = try #require(try await stage.inbox.take(for: Stage.noah).nudges.first?.id)
        let insight = try await Self.find("Rent", stage, for: Stage.noah)
        let before = try await stage.inbox.unread(of: Stage.noah)
        let headers = try stage.bearer()
        try await stage.run { client async throws in
            for path in ["/nudges/\(nudge)", "/insights/\(insight)"] {
                for act in ["ack", "dismiss"] {
                    #expect(try await client.send(.post, "\(path)/\(act)", headers).code == "not_found")
                }
            }
            #expect(try await client.send(.delete, "/nudges/\(nudge)", headers).code == "not_found")
            for path in ["/nudges", "/insights"] {
                #expect(try await !client.send(.get, path, headers).text.contains("hers"))
            }
        }
        #expect(try await stage.inbox.unread(of: Stage.noah) == before)
    }
}

@Suite struct ChoicesRoutesTests {
    @Test("choices are as the defaults until they are changed, and then only what was given")
    func choices() async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        try await stage.run { client in
            let before = try await client.send(.get, "/me/choices", headers).text
            #expect(before.contains(#""nudges":true,"quietFrom":21,"quietTo":8,"checkInEvery":null"#))
            #expect(before.contains(#""peers":true"#) && before.contains(#""timeZone":"Europe/London""#))
            let body = #"{"nudges":false,"quietTo":9,"checkInEvery":7,"peers":false}"#
            let after = try await client.send(.put, "/me/choices", headers, body: body).text
            #expect(after.contains(#""nudges":false,"quietFrom":21,"quietTo":9,"checkInEvery":7"#))
            #expect(after.contains(#""nextCheckIn":"2026-04-27""#) && after.contains(#""peers":false"#))
            #expect(try await client.send(.put, "/me/choices", headers, body: "{}").text == after)
            let none = try await client.send(.put, "/me/choices", headers, body: #"{"checkInEvery":0}"#).text
            #expect(none.contains(#""checkInEvery":null"#))
        }
        #expect(try await stage.stores.peerGroups.hasOptedOut(Stage.maya))
        #expect(try await !stage.stores.peerGroups.hasOptedOut(Stage.noah))
    }

    @Test("choosing the same rhythm again does not move the next reminder")
    func again() async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        try await stage.run { client in
            let body = #"{"checkInEvery":7}"#
            let one = try await client.send(.put, "/me/choices", headers, body: body).text
            stage.clock.advance(by: .seconds(600))
            #expect(try await client.send(.put, "/me/choices", headers, body: body).text == one)
        }
    }

    @Test(
        "what cannot be chosen is refused and changes nothing",
        arguments: [
            (#"{"checkInEvery":3}"#, 422), (#"{"quietFrom":24}"#, 422), (#"{"quietTo":-1}"#, 422),
            (#"{"nudges":"yes"}"#, 422), ("[]", 400), ("", 400),
        ])
    func wrong(body: String, status: Int) async throws {
        let stage = try await Stage()
        let headers = try stage.bearer()
        let answer = try await stage.run { try await $0.send(.put, "/me/choices", headers, body: body) }
        #expect(answer.status.code == status, "\(answer.text)")
        #expect(try await stage.inbox.choices(of: Stage.maya) == PersonalChoices())
    }
}

@Suite struct HoldingRoutesTests {
    @Test("the export has everything held and how long it is kept; removing asks for exactly the caller")
    func holdings() async throws {
        var stage = try await Stage()
        stage.stores.holdings = .inMemory([
            Stage.maya: [.init(name: "messages", documents: [["text": "Hello"]])],
            Stage.noah: [.init(name: "messages", documents: [["text": "CANARY"]])],
        ])
        let headers = try stage.bearer()
        try await stage.run { client in
            let export = try await client.send(.get, "/me/export", headers)
            #expect(export.text.contains(#""held":{"messages":[{"text":"Hello"}]}"#))
            #expect(export.text.contains(#""what":"chat messages","days":730"#) && !export.text.contains("CANARY"))
            #expect(export.headers[.contentDisposition]?.contains("attachment") == true)
            #expect(try await client.send(.delete, "/me/data", headers).text == #"{"removed":3}"#)
        }
        #expect(stage.forgotten.entries == [Stage.maya])
        let kept = stage.log.lines.filter { $0.event.hasPrefix("person.") }
        #expect(kept.map(\.event) == ["person.exported", "person.forgotten"])
        #expect(kept.allSatisfy { $0.metadata["user"] == stage.parts().logName(Stage.maya) })
        #expect(!stage.log.text.contains(Stage.maya.hex) && !stage.log.text.contains("Hello"))
    }
}
