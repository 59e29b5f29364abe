/* What the addon hands to JavaScript about one containment; laid out like the ABI, but of one build only. */
#ifndef STASIS_RECEIPT_H
#define STASIS_RECEIPT_H
#include "../abi/state.h"

struct receipt {
	struct containment containment;
	__u32 freezer_version; /* 0: its freezer could not be opened yet */
	__u32 state_length;    /* 0: not settled */
	char state[24];        /* what the freezer said when read back */
};
#endif
