package org.hutong.task;

import java.util.List;

/** An address as it is said by somebody who stands in the place: without the names of the province, city and so on that it begins with. */
public final class NearAddress {

    private NearAddress() {
    }

    /**
     * @param address as it is written
     * @param places  names of the regions around it, from the largest; some may be missing in the address
     * @return the address itself where nothing would be left of it
     */
    public static String of(String address, List<String> places) {
        String near = address;
        for (String place : places) {
            if (near.startsWith(place)) {
                near = near.substring(place.length()).stripLeading();
            }
        }
        return near.isEmpty() ? address : near;
    }
}
