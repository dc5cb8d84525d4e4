public import Ports

/// What the operator sets about the HTTP edge.
public struct RouteSettings: Sendable {
    /// What protects it.
    public var limits: RouteLimits
    /// Peers whose `X-Forwarded-For` is believed.
    public var proxies: ProxyTrust
    /// The key of `/schedule`; without one nobody gets in there.
    public var schedulerKey: String?
    /// Whether people agree to a model outside until they say no.
    public var assumesConsent: Bool
    /// How much models may cost.
    public var spendCaps: SpendCaps
    /// What they cost.
    public var prices: PriceList

    /// Defaults fit one nginx on the same machine or in the same private network.
    public init(
        limits: RouteLimits = RouteLimits(), proxies: ProxyTrust = .privateNetworks, schedulerKey: String? = nil,
        assumesConsent: Bool = true, spendCaps: SpendCaps = .none, prices: PriceList = .openAI
    ) {
        self.spendCaps = spendCaps
        self.prices = prices
        self.assumesConsent = assumesConsent
        self.schedulerKey = schedulerKey
        self.limits = limits
        self.proxies = proxies
    }
}

/// Every bound of the HTTP edge. Those of the wire (header bytes, deadlines) are the server's.
public struct RouteLimits: Sendable {
    /// Largest body of a request, but for a file; nginx in front has the same.
    public static let bodyBytes = 16 * 1024

    /// Requests of one person.
    public var perPerson = Pace(burst: 240, perSecond: 20)
    /// Requests from one address.
    public var perAddress = Pace(burst: 400, perSecond: 100)
    /// Receipts of one person: ten at once, then two a minute.
    public var receipts = Pace(burst: 10, perSecond: 1.0 / 30)
    /// Files in memory at one time, whoever sends them.
    public var uploads = 16
    /// Sockets open from one address.
    public var socketsPerAddress = 50
    /// People and addresses remembered for that, each.
    public var remembered = 20_000
    /// How long readiness waits for one dependency.
    public var probe = Duration.seconds(2)
    /// How long a readiness answer is given again without asking.
    public var readinessAge = Duration.seconds(1)
    /// Most rows of a conversation list.
    public var conversations = 200
    /// Most messages of one page.
    public var messages = 100
    /// Most people or alerts of one page for administrators.
    public var triage = 200
    /// Longest title of a conversation, in Unicode scalars.
    public var title = 100
    /// How long a client is told that its ticket is good.
    public var ticketLifetime = Duration.seconds(30)

    /// The defaults of the product.
    public init() {}
}
