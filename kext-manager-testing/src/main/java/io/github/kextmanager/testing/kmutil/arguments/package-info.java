/**
 * Command lines as Swift's ArgumentParser reads, describes and refuses them
 * (apple/swift-argument-parser, SplitArguments.swift, UsageGenerator.swift, HelpGenerator.swift,
 * MessageInfo.swift).
 */
package io.github.kextmanager.testing.kmutil.arguments;
