internal import Analyses
internal import FoundationEssentials
internal import Hummingbird

/// The body of a rename: `{"title": …}`.
enum TitleBody {
    private struct Body: Decodable {
        var title: Title
    }

    /// A title of any kind, so that a wrong kind is told from a body that is not JSON.
    private enum Title: Decodable {
        case text(String)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            self = (try? container.decode(String.self)).map { .text($0) } ?? .other
        }
    }

    /// The title without spaces around it: 1 to `longest` characters, none of them a control.
    static func read(_ request: Request, _ context: AppContext, longest: Int) async throws -> String {
        var request = request
        let bytes = try await request.collectBody(upTo: context.maxUploadSize)
        let body: Body
        do {
            body = try JSONDecoder().decode(Body.self, from: Data(bytes.readableBytesView))
        } catch DecodingError.keyNotFound {
            throw unusable(longest)
        } catch DecodingError.typeMismatch {
            throw Problem.malformed("The body must be a JSON object.")
        } catch {
            throw Problem.malformed("The body is not JSON.")
        }
        guard case .text(let text) = body.title else { throw unusable(longest) }
        return try checked(text, longest: longest)
    }

    /// The schema of the body.
    static func schema(longest: Int) -> JSON {
        [
            "type": "object", "required": ["title"],
            "properties": [
                "title": ["type": "string", "minLength": 1, "maxLength": .int(Int64(longest))]
            ],
        ]
    }

    private static func checked(_ text: String, longest: Int) throws(Problem) -> String {
        let title = text.trimmed
        guard (1...longest).contains(title.unicodeScalars.count),
            title.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { throw unusable(longest) }
        return title
    }

    private static func unusable(_ longest: Int) -> Problem {
        .invalid("title", "a text of 1 to \(longest) characters on one line")
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
