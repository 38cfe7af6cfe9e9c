/** Where to start: {@link io.github.kextmanager.KextManager}. */
package io.github.kextmanager;
