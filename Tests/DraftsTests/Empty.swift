import Testing
@testable import Drafts
