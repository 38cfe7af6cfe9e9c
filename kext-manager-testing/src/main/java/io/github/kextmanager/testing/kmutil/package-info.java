/**
 * {@code kmutil}, from macOS 11 on. Its source is not public: what it does is known from kmutil(8),
 * from its help and from what people have published.
 */
package io.github.kextmanager.testing.kmutil;
