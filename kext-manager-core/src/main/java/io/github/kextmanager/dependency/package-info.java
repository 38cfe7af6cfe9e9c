/**
 * Which kexts a kext needs, which of several it gets, and in what order they load and unload.
 *
 * <p>A {@link KextRepository} holds the kexts of some folders and answers for one {@code
 * TargetMac}. Its {@link Resolution}s say everything that is wrong, and do not change however often
 * they are asked for. An {@link Evaluation} says what Apple's own library would say when it is
 * asked the same things in a fixed order, with its quirks.
 */
package io.github.kextmanager.dependency;
