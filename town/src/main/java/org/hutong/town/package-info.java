/**
 * An invented town: persons, households, dwellings, organisations and links with figures like a real Chinese city, made from a seed.
 * Nobody in it exists: ID numbers carry a registration code that no district has, phones a prefix that no operator gives out.
 *
 * <p>Uses the kernel only. Never belongs here: how the data is stored.
 */
package org.hutong.town;
