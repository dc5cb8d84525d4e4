internal import Finance
internal import FoundationEssentials
internal import Ports

extension Inbox {
    /// Of nobody, for programs without one: there is nothing in it, and nothing can be put there.
    public static let none = Inbox(
        state: PersonalState(
            read: { _, _ throws(PortError) in [:] }, write: { _ throws(PortError) in true },
            due: { _, _, _ throws(PortError) in [] }),
        appSettings: { _ throws(PortError) in [:] },
        bus: Bus(publish: { _, _ in }, subscribe: { _, _ in .init(cancel: {}) }), now: { Date() })
}
