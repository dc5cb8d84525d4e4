import Testing

/// Everything that talks to a real server, one test at a time: several of these measure how long a failure takes, and on
/// a small machine a dozen servers starting at once would be what they measure.
@Suite("Real server", .serialized)
enum RealServer {}
