/**
 * Predicates as NSPredicate writes them, as far as people write them for {@code log} and {@code
 * kmutil}.
 */
package io.github.kextmanager.testing.predicate;
