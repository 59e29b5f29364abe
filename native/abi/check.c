/* Compiled, never run: the layouts that other versions of the agent rely on. A change here is a change of the ABI. */
#include <linux/types.h>
#include <stddef.h>
#include "plan.h"
#include "events.h"

#define SIZE(type, bytes) _Static_assert(sizeof(struct type) == (bytes), #type)

SIZE(container, 240);
SIZE(process, 152);
SIZE(executable_key, 40);
SIZE(executable, 344);
SIZE(containment, 112);
SIZE(stopped, 32);
SIZE(hold, 72);
SIZE(control, 152);
SIZE(pod, 176);
SIZE(plan, 1032);
SIZE(match_set, 256);
SIZE(dfa, 393216);
SIZE(event_header, 104);
SIZE(event_process, 104);
SIZE(process_event, 5448);
SIZE(revocation_event, 240);
SIZE(lifecycle_event, 376);

_Static_assert(offsetof(struct process_event, text) % 8 == 0, "text is aligned");
_Static_assert(offsetof(struct executable, path) % 8 == 0, "path is compared by words");
_Static_assert(sizeof(struct process_event) < 0x10000, "header.size holds it");
_Static_assert((DFA_CELLS & (DFA_CELLS - 1)) == 0 && (DFA_STATES & (DFA_STATES - 1)) == 0, "indexes are masked");
_Static_assert((MAX_EXECUTABLES & (MAX_EXECUTABLES - 1)) == 0, "ids are masked");
