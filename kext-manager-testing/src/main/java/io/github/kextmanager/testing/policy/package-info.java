/** What the simulated Mac allows: owners and modes, signatures, and the consent of a person. */
package io.github.kextmanager.testing.policy;
