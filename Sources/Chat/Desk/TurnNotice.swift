import Analyses
import Finance
import Ports

/// What other instances are told when a turn has ended here: whose and where, never what was said. They tell their own
/// sockets of that conversation to look.
struct TurnNotice: Equatable {
    /// Where notices go.
    static let channel = "sidecar:chat:turns:v1"

    /// Who says it.
    var instance: String
    var user: UserID
    var conversation: ConversationID
    var turn: TurnID

    /// One notice.
    init(instance: String, user: UserID, conversation: ConversationID, turn: TurnID) {
        self.instance = instance
        self.user = user
        self.conversation = conversation
        self.turn = turn
    }

    /// Reads a notice; anything else on the channel is nil.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= 1_024,
            case .object(let members)? = try? WireReader.read(String(decoding: bytes, as: UTF8.self), maximumDepth: 2),
            case .string(let instance)? = members["instance"], case .string(let user)? = members["user"],
            case .string(let conversation)? = members["conversation"], case .string(let turn)? = members["turn"],
            let user = UserID(user), let conversation = ConversationID(conversation), let turn = TurnID(turn)
        else { return nil }
        self.init(instance: instance, user: user, conversation: conversation, turn: turn)
    }

    /// The message.
    var bytes: [UInt8] {
        let json: JSON = [
            "instance": .string(instance), "user": .string(user.hex), "conversation": .string(conversation.text),
            "turn": .string(turn.text),
        ]
        return Array(json.text.utf8)
    }
}
