/// One event of a streamed answer. Fields we do not know are passed over, and so is a usage we cannot read: it must not
/// cost the answer.
struct StreamChunk: Sendable, Hashable, Decodable {
    /// What one of the parallel answers gained. We ask for one.
    struct Choice: Sendable, Hashable, Decodable {
        var index: Int?
        var delta: Delta?
        var finish_reason: String?
    }

    /// New text.
    struct Delta: Sendable, Hashable, Decodable {
        var content: String?
        var refusal: String?
        var tool_calls: [CallPiece]?
    }

    /// A piece of a tool call.
    struct CallPiece: Sendable, Hashable, Decodable {
        /// Its name, once, and its arguments, bit by bit.
        struct Function: Sendable, Hashable, Decodable {
            var name: String?
            var arguments: String?
        }

        var index: Int?
        var id: String?
        var function: Function?
    }

    /// What the whole answer cost.
    struct Usage: Sendable, Hashable, Decodable {
        var prompt_tokens: Int
        var completion_tokens: Int
    }

    var choices: [Choice] = []
    var usage: Usage?
    var model: String?
    var error: ProviderFault?

    /// Nothing.
    init() {}

    private enum CodingKeys: String, CodingKey { case choices, usage, model, error }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        choices = try fields.decodeIfPresent([Choice].self, forKey: .choices) ?? []
        usage = (try? fields.decodeIfPresent(Usage.self, forKey: .usage)) ?? nil
        model = (try? fields.decodeIfPresent(String.self, forKey: .model)) ?? nil
        error = try fields.decodeIfPresent(ProviderFault.self, forKey: .error)
    }
}
