import Analyses
import Finance
import Prompts
import TestKit

@testable import Tools

/// A toolbox over a named person in April 2026.
struct Bench {
    let review: Review
    var box: Toolbox

    init(
        _ person: SnapshotDocuments = NamedPeople.maya, question: String = "",
        peers: @escaping @Sendable () async -> PeerFinding = { .none(reason: "there is no peer data here") }
    ) throws {
        review = Review(of: try NamedPeople.snapshot(of: person))
        box = Toolbox(review: review, question: question, known: review.figures, peers: peers)
    }

    mutating func call(_ name: String, _ arguments: String = "{}") async -> ToolResult {
        await box.call(ToolCall(id: "c", name: name, arguments: arguments))
    }
}
