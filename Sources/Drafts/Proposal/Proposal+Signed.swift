import Analyses
import Finance

extension Proposal {
    /// The bytes a signature is made over: every part with its length before it, so that no two proposals share a text.
    /// State and words are not in it; they are not what is sent.
    public var signedText: [UInt8] {
        var parts = ["reho.proposal.1", id, user.hex, conversation, shape.rawValue]
        for draft in drafts {
            let request = draft.request(for: shape)
            parts += [request.method.rawValue, request.path, request.body.text]
        }
        parts += [beforeHash, String(createdAt.milliseconds), String(expiresAt.milliseconds)]
        return parts.flatMap { part in Array("\(part.utf8.count):".utf8) + Array(part.utf8) }
    }
}
