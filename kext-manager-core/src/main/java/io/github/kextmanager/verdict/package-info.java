/**
 * What a tool's answer means, as values: categories, reasons, evidence, and the verdict that holds
 * them.
 */
package io.github.kextmanager.verdict;
