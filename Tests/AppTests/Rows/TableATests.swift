import Finance
import Foundation
import TestKit
import TestServers
import Testing

@testable import App

extension Rows {
    /// Table A, what Aura does. One test a row.
    @Suite("Table A: a coach over Telegram", .timeLimit(.minutes(3)))
    struct TableATests {
        @Test("A1 what is typed begins the onboarding, a check-in or a chat, by a state of the conversation")
        func a1() async throws {
            try await RowStage.with { stage async throws in
                let chat = try await stage.say("What is left this month?").answer
                #expect(chat.contains("£"))
                let start = try await stage.say("/start").answer
                #expect(start.contains("?") && start != chat)
                #expect(try await stage.say("/checkin").answer != start)
            }
        }

        @Test("A2 five questions, one at a time, nothing asked that is known")
        func a2() async throws {
            try await RowStage.with { stage async throws in
                let frames = try await stage.guide("onboarding")
                let ids = frames.compactMap { ($0.data["question"] as? [String: Any])?["id"] as? String }
                #expect(Set(ids).count == ids.count && (1...8).contains(ids.count))
            }
        }

        @Test("A3 it ends with a profile that is the person's own")
        func a3() async throws {
            try await RowStage.with { stage async throws in
                let found = try await stage.get("/me/profile")
                #expect(found["profile"] is NSNull)
                let ending = try await stage.guide("onboarding")
                #expect(ending.last?.data["outcome"] as? String == "done")
                let after = try await stage.get("/me/profile")
                #expect(after["profile"] is [String: Any])
            }
        }

        @Test("A4 the tag comes with its evidence, can be changed, and is not on an administrator's page")
        func a4() async throws {
            try await RowStage.with { stage async throws in
                _ = try await stage.guide("onboarding")
                let profile = try #require(try await stage.get("/me/profile")["profile"] as? [String: Any])
                let tag = try #require(profile["behaviouralTag"] as? [String: Any])
                #expect(tag["evidence"] != nil && tag["assignedBy"] as? String != "user")
                let changed = try await stage.send(
                    "PATCH", "/me/profile", #"{"field":"behaviouralTag","value":"Security Seeker"}"#)
                let after = (changed["profile"] as? [String: Any])?["behaviouralTag"] as? [String: Any]
                #expect(after?["assignedBy"] as? String == "user", "\(changed)")
            }
        }

        @Test("A5 what was said at each check-in is kept with its day")
        func a5() async throws {
            try await RowStage.with { stage async throws in
                _ = try await stage.guide("checkin", saved: 1_600)
                let export = try await stage.text("/me/export")
                #expect(export.contains("samples") && export.contains("160000"))
            }
        }

        @Test("A6 the pace of saving is told for thirty days, with what it rests on")
        func a6() async throws {
            try await RowStage.with { stage async throws in
                let frames = try await stage.guide("checkin", saved: 1_600)
                #expect(frames.contains { $0.data["pace"] is [String: Any] }, "\(frames.map(\.text))")
            }
        }

        @Test("A7 a check-in asks what is saved and ends with a plan of up to three steps")
        func a7() async throws {
            try await RowStage.with { stage async throws in
                let found = try await stage.guide("checkin")
                #expect(found.last?.data["outcome"] as? String == "done")
                let plan = try await stage.get("/me/profile")["plan"] as? [Any]
                #expect((plan?.count ?? 0) <= 6)
                let after = try await stage.get("/me/profile")
                #expect(((after["streak"] as? [String: Any])?["total"] as? Int) == 1)
            }
        }

        @Test("A8 reminders are due after 1, 7, 14 or 30 days, and never for who wants none")
        func a8() async throws {
            try await RowStage.with { stage async throws in
                for days in [1, 7, 14, 30] {
                    let choices = try await stage.send("PUT", "/me/choices", #"{"checkInEvery":\#(days)}"#)
                    #expect(choices["checkInEvery"] as? Int == days && choices["nextCheckIn"] is String)
                }
                let found = try await stage.send("PUT", "/me/choices", #"{"checkInEvery":0}"#)
                #expect(found["nextCheckIn"] is NSNull)
            }
        }

        @Test("A9 what was told about oneself is before the model as data")
        func a9() async throws {
            try await RowStage.withModel { stage, backend async throws in
                _ = try await stage.guide("onboarding")
                _ = try await stage.say("What is left this month?")
                let request = try #require(backend.model.requests.last?.chat)
                #expect(request.messages.contains { $0.content.contains("What this person has said about themselves") })
            }
        }

        @Test("A10 check-ins in a row are counted, and a missed one takes nothing away")
        func a10() async throws {
            try await RowStage.with { stage async throws in
                _ = try await stage.guide("checkin")
                let streak = try #require(try await stage.get("/me/profile")["streak"] as? [String: Any])
                #expect(streak["total"] as? Int == 1, "\(streak)")
            }
        }
    }
}
