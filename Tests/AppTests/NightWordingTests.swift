import Analyses
import Finance
import Foundation
import Prompts
import TestKit
import TestServers
import Testing

@Suite("A model's words at night, over HTTP")
struct NightWordingTests {
    private static let key = "a-scheduler-key-of-some-length"

    /// What a model would answer that rewords Maya's report on expenses and adds a kind word.
    private static func reply() throws -> String {
        let report = Report(.expense, of: try NamedPeople.snapshot(of: NamedPeople.maya))
        let json = try JSONSerialization.jsonObject(with: Data(report.legacyJSON.text.utf8))
        var members = try #require(json as? [String: Any])
        members["summary"] = "\(report.summary) It is good that you look."
        return String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
    }

    @Test("words that pass the checks are served in the morning, words that do not leave ours, and each was asked once")
    func words() async throws {
        var script = FakeScript()
        script.text = try Self.reply()
        try await Backend.with(usual: script, environment: ["SCHEDULER_API_KEY": Self.key]) {
            backend, app async throws in
            let key = [("X-API-KEY", Self.key)]
            let begun = try await app.request("POST", "/schedule/run-daily-ai-jobs", headers: key).text
            let run = try #require(begun.firstMatch(of: /"runId":"([^"]+)"/)).1
            #expect(
                try await eventually(within: .seconds(60)) {
                    try await app.request("GET", "/schedule/runs/\(run)", headers: key).text.contains(
                        #""state":"done""#)
                })
            let asked = backend.model.requests.count
            #expect(asked > 3, "each named person has reports")
            let token = try await app.token(NamedPeople.mayaID)
            let expenses = try await app.request("GET", "/feedback/optimize-expenses", token: token).text
            #expect(expenses.contains("It is good that you look.") && expenses.contains(#""source":"model""#))
            let budget = try await app.request("GET", "/feedback/optimize-budget", token: token).text
            #expect(budget.contains(#""source":"template""#) && !budget.contains("It is good that you look."))
            #expect(backend.model.requests.count == asked, "the morning asks nobody")
            let report = try await app.request("GET", "/schedule/runs/\(run)", headers: key).text
            #expect(report.contains(#""worded":1"#), "\(report)")
        }
    }
}
