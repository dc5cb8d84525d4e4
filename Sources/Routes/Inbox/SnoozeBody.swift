internal import Analyses
internal import FoundationEssentials
internal import Hummingbird
internal import Inbox

/// The body of a snooze: `{"until": …}`.
struct SnoozeBody: Decodable {
    private var until: String

    static func read(_ request: Request, _ context: AppContext, at now: Date) async throws -> InboxAct {
        let body = try await JSONBody.read(SnoozeBody.self, request, context)
        guard let date = try? Date.ISO8601FormatStyle().parse(body.until), date > now else {
            throw Problem.invalid("until", "a time ahead such as 2026-05-01T09:00:00Z")
        }
        return .snooze(until: date)
    }

    static let schema: JSON = [
        "type": "object", "required": ["until"], "properties": ["until": ["type": "string", "format": "date-time"]],
    ]
}

/// A JSON body read into a value, with the problem that names the member that cannot be used.
enum JSONBody {
    static func read<Body: Decodable>(
        _ type: Body.Type, _ request: Request, _ context: AppContext
    ) async throws -> Body {
        var request = request
        let bytes = try await request.collectBody(upTo: context.maxUploadSize)
        do {
            return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
        } catch DecodingError.keyNotFound(let key, _) {
            throw Problem.invalid(key.stringValue, "given")
        } catch DecodingError.typeMismatch(_, let place) where !place.codingPath.isEmpty {
            throw Problem.invalid(place.codingPath.last?.stringValue ?? "body", "of the right kind")
        } catch DecodingError.typeMismatch {
            throw Problem.malformed("The body must be a JSON object.")
        } catch {
            throw Problem.malformed("The body is not JSON.")
        }
    }
}
