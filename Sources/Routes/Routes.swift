internal import Finance
public import Hummingbird
internal import Ports

/// The HTTP edge: addresses on the outside, ports and the chat desk on the inside. It asks; it runs nothing itself.
public enum Routes {
    /// A router with every route of this service.
    ///
    /// Steps from the outside in: name and record the request, answer pages of other origins, turn what is thrown into
    /// answers, keep the pace of each address; then the route, which proves the caller itself.
    public static func router(_ parts: RouteParts) -> Router<AppContext> {
        let routes = all(parts)
        let limits = parts.settings.limits
        let pace = PaceKeeper(limits.perAddress, remembered: limits.remembered, clock: parts.clock)
        let router = Router(context: AppContext.self)
        router.add(middleware: Trace(uptime: parts.clock.uptime()))
        router.add(middleware: CrossOrigin(origins: parts.origins))
        router.add(middleware: ProblemAnswers(paths: RoutePaths(routes)))
        router.add(middleware: AddressGate(proxies: parts.settings.proxies, pace: pace))
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await route.answer(request, context)
            }
        }
        return router
    }

    /// Every route, with its description.
    static func all(_ parts: RouteParts) -> [Route] {
        let limits = parts.settings.limits
        let door = Door(
            identity: parts.identity, logName: { parts.logName($0.user) },
            pace: PaceKeeper(limits.perPerson, remembered: limits.remembered, clock: parts.clock))
        let routes =
            HealthRoutes.routes(parts) + ConsoleRoutes.routes(parts) + [
                ChatPageRoute.route(parts), ChatSocketRoute.route(parts), TicketRoute.route(parts, at: door),
                SnapshotRoute.route(parts, at: door),
                PeersRoute.route(parts, at: door), TipsRoute.route(parts, at: door),
                DashboardRoute.route(parts, at: door), RecurringRoute.route(parts, at: door),
                UsageRoute.route(parts, at: door),
            ] + FeedbackRoutes.routes(parts, at: door) + AnalysisRoutes.routes(parts, at: door)
            + CategoryRoutes.routes(parts, at: door) + ProfileRoutes.routes(parts, at: door)
            + MoodRoutes.routes(parts, at: door) + ReviewRoutes.routes(parts, at: door)
            + PurchaseRoutes.routes(parts, at: door) + PurchaseCompareRoute.routes(parts, at: door)
            + ProposalRoutes.routes(parts, at: door) + ReceiptRoutes.routes(parts, at: door)
            + TelegramRoutes.routes(parts, at: door)
            + TriageRoutes.routes(parts, at: door)
            + ScheduleRoutes.routes(parts) + [
                ScheduleRoutes.admin(parts, at: door), ScheduleRoutes.adminRuns(parts, at: door),
            ]
            + InboxRoutes.routes(parts, at: door) + ChoicesRoutes.routes(parts, at: door)
            + HoldingRoutes.routes(parts, at: door) + AlertRoutes.routes(parts, at: door)
            + ConversationRoutes.routes(parts, at: door) + SearchRoute.routes(parts, at: door)
            + ConversationExport.routes(parts, at: door) + BranchRoute.routes(parts, at: door)
        return routes + DescribeRoutes.routes(describing: routes)
    }
}
