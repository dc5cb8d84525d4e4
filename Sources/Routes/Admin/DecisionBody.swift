internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Hummingbird

/// The body of a decision on an alert: `{"note": …, "until": …}`, both of which may be left out, and so may the body.
struct DecisionBody: Decodable {
    /// Longest note, in characters.
    static let longestNote = 500
    /// How long an alert may rest at most, and for how long it does when nothing is said.
    static let longestRest: TimeInterval = 90 * 86_400
    static let usualRest: TimeInterval = 7 * 86_400

    var note: String?
    private var until: String?

    static func read(_ request: Request, _ context: AppContext) async throws -> DecisionBody {
        var request = request
        let bytes = try await request.collectBody(upTo: context.maxUploadSize)
        guard bytes.readableBytes > 0 else { return DecisionBody() }
        let body: DecisionBody
        do {
            body = try JSONDecoder().decode(DecisionBody.self, from: Data(bytes.readableBytesView))
        } catch DecodingError.typeMismatch(_, let place) where !place.codingPath.isEmpty {
            throw Problem.invalid(place.codingPath.last?.stringValue ?? "body", "text")
        } catch {
            throw Problem.malformed("The body is not a JSON object.")
        }
        guard body.note.map({ $0.count <= longestNote }) ?? true else {
            throw Problem.invalid("note", "a text of at most \(longestNote) characters")
        }
        return body
    }

    /// Until when an alert rests: a time in the next 90 days; a week when nothing is said.
    func until(after now: Date) throws(Problem) -> Date {
        guard let until else { return now.addingTimeInterval(Self.usualRest) }
        guard let date = try? Date.ISO8601FormatStyle().parse(until), date > now,
            date <= now.addingTimeInterval(Self.longestRest)
        else { throw .invalid("until", "a time such as 2026-05-01T09:00:00Z within 90 days") }
        return date
    }

    static let schema: JSON = [
        "type": "object",
        "properties": [
            "note": ["type": "string", "maxLength": .int(Int64(longestNote))],
            "until": ["type": "string", "format": "date-time"],
        ],
    ]
}
