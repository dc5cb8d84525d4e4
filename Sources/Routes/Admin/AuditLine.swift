internal import Finance
internal import Hummingbird
internal import Logging
internal import Ports

extension AppContext {
    /// One line of the audit: who did what, and about whom; the time and the request's name are the line's own. Both
    /// are names for logs, never ids, and nothing of what was seen is in it.
    func audit(
        _ event: Logger.Message, by caller: Caller, about person: UserID? = nil, _ parts: RouteParts,
        _ more: Logger.Metadata = [:]
    ) {
        var line: Logger.Metadata = ["admin": "\(parts.logName(caller.user))"]
        if let person { line["person"] = "\(parts.logName(person))" }
        logger.notice(event, metadata: line.merging(more) { _, new in new })
    }
}
