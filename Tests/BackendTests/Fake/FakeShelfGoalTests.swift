import Finance
import Foundation
import Testing

@testable import TestServers

/// Contract 1.6 and the goal rows of contract 7.
@Suite("Saving goals of the fake backend")
struct FakeShelfGoalTests {
    private func made(_ shape: FakeBackend.Shape, _ body: String) async throws -> (status: Int, stored: Document?) {
        try await FakeBackend.with(shape) { fake in
            let told = try await fake.ask("POST", "/saving-goals", body)
            return (told.status, fake.records(.goals).first)
        }
    }

    @Test("the current finish counts what is saved and is a date; 31 January and three months run over into May")
    func currentFinish() async throws {
        let (status, goal) = try await made(.current, Bodies.goal())
        #expect(status == 201 && goal?["date"] == .at("2026-01-31"))
        #expect(goal?["completeDate"] == .at("2026-05-01"), "900 at 300 a month are three months: 31 April")
        #expect(goal?["savedMoney"] == .int(100) && goal?["completionRation"] == .int(10))
        #expect(goal?["isCompleted"] == .bool(false))
    }

    @Test("the older finish forgets what is saved, is a text, and so is the start")
    func olderFinish() async throws {
        let (status, goal) = try await made(.older, Bodies.goal("2026-01-31T00:00:00.000Z"))
        #expect(status == 201 && goal?["date"] == .string("2026-01-31T00:00:00.000Z"))
        #expect(goal?["completeDate"] == .string("2026-05-31T00:00:00.000Z"), "1,000 at 300 a month are four months")
        #expect(goal?["savedMoney"] == .int(0), "it takes four keys of a new goal, and this is none of them")
    }

    @Test("the current backend refuses a goal without savedMoney, the older does not miss it")
    func savedIsNeeded() async throws {
        let body = Bodies.goal(saved: "")
        #expect(try await made(.current, body).status == 400)
        #expect(try await made(.current, body).stored == nil)
        #expect(try await made(.older, body).status == 201)
        #expect(try await made(.current, Bodies.goal(saved: #","savedMoney":0"#)).status == 201)
    }

    @Test("nothing a month never finishes and is 400", arguments: FakeBackend.Shape.allCases)
    func noPace(shape: FakeBackend.Shape) async throws {
        let (status, goal) = try await made(shape, Bodies.goal(monthly: "0"))
        #expect(status == 400 && goal == nil)
        #expect(try await made(shape, Bodies.goal(total: "1000000000", monthly: "0.01")).status == 400)
    }

    @Test("a goal of nothing is complete for the older backend and not for the current")
    func nothing() async throws {
        for (shape, isDone) in [(FakeBackend.Shape.older, true), (.current, false)] {
            let goal = try await made(shape, Bodies.goal(total: "0", saved: #","savedMoney":0"#)).stored
            #expect(goal?["isCompleted"] == .bool(isDone) && goal?["completionRation"] == .int(0))
        }
    }

    @Test("a change of target, pace or start moves the finish and forgets what is saved; one of savedMoney does not")
    func change() async throws {
        try await FakeBackend.with { fake in
            _ = try await fake.ask("POST", "/saving-goals", Bodies.goal("2026-01-15"))
            let path = "/saving-goals/\(try fake.newest(.goals))"
            _ = try await fake.ask("PATCH", path, #"{"savedMoney":1000}"#)
            #expect(fake.records(.goals).first?["completeDate"] == .at("2026-04-15"))
            #expect(fake.records(.goals).first?["completionRation"] == .int(100))
            #expect(fake.records(.goals).first?["isCompleted"] == .bool(true))
            _ = try await fake.ask("PATCH", path, #"{"monthlyTarget":100}"#)
            #expect(fake.records(.goals).first?["completeDate"] == .at("2026-11-15"))
            _ = try await fake.ask("PATCH", path, #"{"totalAmount":4000}"#)
            #expect(fake.records(.goals).first?["completeDate"] == .at("2029-05-15"))
            #expect(fake.records(.goals).first?["completionRation"] == .int(25))
            _ = try await fake.ask("PATCH", path, #"{"date":"2026-03-01T10:30:00.000Z"}"#)
            #expect(fake.records(.goals).first?["date"] == .at("2026-03-01T10:30:00.000Z"))
            #expect(fake.records(.goals).first?["completeDate"] == .at("2029-07-01T10:30:00.000Z"))
            #expect(try await fake.ask("PATCH", path, #"{"monthlyTarget":0}"#).status == 400)
        }
    }

    @Test("the list comes with an average: weighted now, plain before, and none of nothing was not a number")
    func list() async throws {
        for shape in FakeBackend.Shape.allCases {
            try await FakeBackend.with(shape) { fake in
                let key = shape == .current ? "savingGoalCompletionRate" : "avgCompletion"
                let empty = try #require(try await fake.ask("GET", "/saving-goals").data)
                #expect(empty[key] == (shape == .current ? .int(0) : .null) && empty["goals"] == .array([]))
                for (total, saved) in [(1000.0, 50.0), (3000, 100)] {
                    let share: Document.Value = .number(saved / total * 100)
                    let id = NamedID.next()
                    fake.seed(
                        .goals,
                        Document([
                            "_id": .id(id), "userId": .id(Scene.user.hex), "totalAmount": .number(total),
                            "savedMoney": .number(saved), "completionRation": share,
                        ]))
                }
                let data = try #require(try await fake.ask("GET", "/saving-goals").data)
                let expected = shape == .current ? 3.75 : (5 + 100.0 / 30) / 2
                #expect(abs((data.number(key) ?? 0) - expected) < 1e-9)
                #expect(data["totalSavedMoney"] == (shape == .current ? .int(150) : nil))
            }
        }
    }
}

/// Ids for seeded documents.
enum NamedID {
    static func next() -> String { "66210000" + String(UInt64.random(in: 1 << 60..<1 << 63), radix: 16) }
}
