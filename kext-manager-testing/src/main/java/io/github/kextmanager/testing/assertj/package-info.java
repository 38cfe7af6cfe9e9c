/**
 * AssertJ assertions about kexts: {@link io.github.kextmanager.testing.assertj.KextAssertions} is
 * the way in. Their messages show the evidence: the tool's own lines, or all that was asked of a
 * Mac.
 *
 * <p>Needs {@code org.assertj:assertj-core} 3.24 or later, which this library does not bring along.
 */
package io.github.kextmanager.testing.assertj;
