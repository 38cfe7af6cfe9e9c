/**
 * The nouns: identifiers, versions, loaded kexts and snapshots of them, and the facts of a host.
 *
 * <p>Everything here is an immutable value and knows nothing of processes or files.
 */
package io.github.kextmanager.model;
