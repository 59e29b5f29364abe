// Generated from crds/ by scripts/gen-contract.mjs. Do not edit.
import type { SchemaNode } from './schema';

/** What may be written in each kind, by field. */
export const SCHEMAS = {
  ClusterSecurityPolicy: {
    "description": "Rules for containers of the whole cluster, or of one machine without a cluster.",
    "properties": {
      "apiVersion": {
        "description": "stasis.dev/v1alpha1",
        "enum": [
          "stasis.dev/v1alpha1"
        ]
      },
      "kind": {
        "description": "ClusterSecurityPolicy",
        "enum": [
          "ClusterSecurityPolicy"
        ]
      },
      "metadata": {
        "description": "Name of the object.",
        "properties": {
          "name": {
            "description": "Name of the object."
          },
          "labels": {
            "description": "Labels of the object.",
            "additionalProperties": {
              "description": "A value."
            }
          },
          "annotations": {
            "description": "Annotations of the object.",
            "additionalProperties": {
              "description": "A value."
            }
          },
          "creationTimestamp": {
            "description": "When it was made. Older policies come first where not all fit."
          },
          "deletionGracePeriodSeconds": {
            "description": "Written by tools; in files it is ignored."
          },
          "deletionTimestamp": {
            "description": "Written by tools; in files it is ignored."
          },
          "finalizers": {
            "description": "Written by tools; in files it is ignored.",
            "items": {
              "description": "One finalizer."
            }
          },
          "generateName": {
            "description": "Written by tools; in files it is ignored."
          },
          "generation": {
            "description": "Written by tools; in files it is ignored."
          },
          "managedFields": {
            "description": "Written by tools; in files it is ignored."
          },
          "ownerReferences": {
            "description": "Written by tools; in files it is ignored.",
            "items": {
              "description": "One owner.",
              "properties": {
                "apiVersion": {
                  "description": "Of the owner."
                },
                "kind": {
                  "description": "Of the owner."
                },
                "name": {
                  "description": "Of the owner."
                },
                "uid": {
                  "description": "Of the owner."
                }
              }
            }
          },
          "resourceVersion": {
            "description": "Written by tools; in files it is ignored."
          },
          "selfLink": {
            "description": "Written by tools; in files it is ignored."
          },
          "uid": {
            "description": "Written by tools; in files it is ignored."
          }
        }
      },
      "spec": {
        "description": "Whom the policy covers, what it watches for, and what is done.",
        "properties": {
          "target": {
            "description": "Which containers are covered. Every given field must hold; an empty target is an error.",
            "properties": {
              "all": {
                "description": "Every container, also before anything but its existence is known. Stands alone.",
                "enum": [
                  true
                ]
              },
              "containers": {
                "description": "Names of containers (globs). A container outside Kubernetes is named by its id.",
                "items": {
                  "description": "A container name; * stands for any characters."
                }
              },
              "images": {
                "description": "Image references as the runtime knows them (globs), for instance docker.io/library/nginx:*. Never holds where the runtime knows no image.",
                "items": {
                  "description": "An image reference; * stays within one part between slashes, ** as a whole part goes across."
                }
              },
              "namespaces": {
                "description": "Namespaces of pods (globs). Never holds for a container outside Kubernetes.",
                "items": {
                  "description": "A namespace; * stands for any characters."
                }
              },
              "namespaceSelector": {
                "description": "Labels of the pod's namespace. Every given condition must hold; an empty selector is an error.",
                "properties": {
                  "matchLabels": {
                    "description": "Labels that the namespace must carry with exactly these values.",
                    "additionalProperties": {
                      "description": "The label's value."
                    }
                  },
                  "matchExpressions": {
                    "description": "Conditions on labels; all of them must hold.",
                    "items": {
                      "description": "One condition on a label.",
                      "properties": {
                        "key": {
                          "description": "The label's key."
                        },
                        "operator": {
                          "description": "How the label is compared. In and NotIn need values, Exists and DoesNotExist take none.",
                          "enum": [
                            "In",
                            "NotIn",
                            "Exists",
                            "DoesNotExist"
                          ]
                        },
                        "values": {
                          "description": "Values for In and NotIn.",
                          "items": {
                            "description": "A value of the label."
                          }
                        }
                      }
                    }
                  }
                }
              },
              "podSelector": {
                "description": "Labels of the pod. Every given condition must hold; an empty selector is an error.",
                "properties": {
                  "matchLabels": {
                    "description": "Labels that the pod must carry with exactly these values.",
                    "additionalProperties": {
                      "description": "The label's value."
                    }
                  },
                  "matchExpressions": {
                    "description": "Conditions on labels; all of them must hold.",
                    "items": {
                      "description": "One condition on a label.",
                      "properties": {
                        "key": {
                          "description": "The label's key."
                        },
                        "operator": {
                          "description": "How the label is compared. In and NotIn need values, Exists and DoesNotExist take none.",
                          "enum": [
                            "In",
                            "NotIn",
                            "Exists",
                            "DoesNotExist"
                          ]
                        },
                        "values": {
                          "description": "Values for In and NotIn.",
                          "items": {
                            "description": "A value of the label."
                          }
                        }
                      }
                    }
                  }
                }
              },
              "nodeSelector": {
                "description": "Labels of the node. Every given condition must hold; an empty selector is an error.",
                "properties": {
                  "matchLabels": {
                    "description": "Labels that the node must carry with exactly these values.",
                    "additionalProperties": {
                      "description": "The label's value."
                    }
                  },
                  "matchExpressions": {
                    "description": "Conditions on labels; all of them must hold.",
                    "items": {
                      "description": "One condition on a label.",
                      "properties": {
                        "key": {
                          "description": "The label's key."
                        },
                        "operator": {
                          "description": "How the label is compared. In and NotIn need values, Exists and DoesNotExist take none.",
                          "enum": [
                            "In",
                            "NotIn",
                            "Exists",
                            "DoesNotExist"
                          ]
                        },
                        "values": {
                          "description": "Values for In and NotIn.",
                          "items": {
                            "description": "A value of the label."
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "mode": {
            "description": "Audit: record what would have been done. Enforce: do it.",
            "enum": [
              "Audit",
              "Enforce"
            ]
          },
          "rollout": {
            "description": "How a change of this policy reaches the nodes. Left out, every node applies it at once.",
            "properties": {
              "nodePercent": {
                "description": "Share of the nodes, in percent, that apply the policy as it is written now. The others keep what it was when last all nodes had it; of a new policy, nothing. Which nodes is decided by their names, so a larger share holds the smaller one."
              }
            }
          },
          "rules": {
            "description": "Effects to watch for. Every match counts; the actions of all matching rules are united.",
            "items": {
              "description": "One effect to watch for, with a severity and a response.",
              "properties": {
                "name": {
                  "description": "Name of the rule, unique within the policy."
                },
                "severity": {
                  "description": "How bad it is.",
                  "enum": [
                    "Low",
                    "Medium",
                    "High",
                    "Critical"
                  ]
                },
                "message": {
                  "description": "What happened, in words for people; in every finding of this rule."
                },
                "tags": {
                  "description": "Free words for the findings of this rule, for instance MITRE ATT&CK techniques.",
                  "items": {
                    "description": "A tag."
                  }
                },
                "process": {
                  "description": "A program is started. Every given field must hold; a list holds if any entry does.",
                  "properties": {
                    "executable": {
                      "description": "Paths of the program or script, as the container sees them after symbolic links (globs).",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    },
                    "notExecutable": {
                      "description": "Paths of programs that the rule leaves alone (globs). Holds only for programs of origin Image in the container's own file system.",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    },
                    "origin": {
                      "description": "Where the program comes from. Image: unchanged from the image. Modified: of the image, changed since. Written: made after the container started. Volume: on another mount. Memory: a memfd. Deleted: its file is gone.",
                      "items": {
                        "description": "One origin.",
                        "enum": [
                          "Image",
                          "Modified",
                          "Written",
                          "Volume",
                          "Memory",
                          "Deleted"
                        ]
                      }
                    },
                    "ancestors": {
                      "description": "Paths of programs (globs), one of which this process or one it descends from ran earlier in the container.",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    },
                    "notAncestors": {
                      "description": "Paths of programs (globs); the rule leaves alone what descends from one of them. Does not hold where the lineage is not completely known.",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    }
                  }
                },
                "respond": {
                  "description": "What may be done, in mode Enforce. Alert: the finding alone. Kill: the process is killed before its first instruction. Freeze: the process is stopped before its first instruction and the whole container frozen; Kill beside it acts where Freeze may not.",
                  "items": {
                    "description": "One action.",
                    "enum": [
                      "Alert",
                      "Kill",
                      "Freeze"
                    ]
                  }
                }
              }
            }
          }
        }
      },
      "status": {
        "description": "What became of the policy. Written by the operator; in files it is ignored.",
        "properties": {
          "observedGeneration": {
            "description": "The generation that the operator has seen."
          },
          "conditions": {
            "description": "Ready: compiled and published. Stalled: it has a mistake that a person must mend. Enforced: every reachable node that it selects applies it as it is written. Degraded: something weakens it on some nodes.",
            "items": {
              "description": "One thing that holds, does not hold, or is not known.",
              "properties": {
                "type": {
                  "description": "What the condition says."
                },
                "status": {
                  "description": "Whether it holds.",
                  "enum": [
                    "True",
                    "False",
                    "Unknown"
                  ]
                },
                "observedGeneration": {
                  "description": "The generation of the object that it speaks of."
                },
                "lastTransitionTime": {
                  "description": "When its status last changed."
                },
                "reason": {
                  "description": "Why, in one word for programs."
                },
                "message": {
                  "description": "Why, in words for people."
                }
              }
            }
          },
          "effectiveMode": {
            "description": "The mode in force. Differs from the mode that is written while a brake holds the policy back.",
            "enum": [
              "Enforce",
              "Audit",
              "Off"
            ]
          },
          "revision": {
            "description": "The revision with which the operator published it last."
          },
          "rules": {
            "description": "Rules in it."
          },
          "pods": {
            "description": "Pods that it selects on nodes with an agent."
          },
          "nodes": {
            "description": "Nodes with pods that it selects.",
            "properties": {
              "selected": {
                "description": "How many there are."
              },
              "applied": {
                "description": "How many of them apply the policy as it is published."
              },
              "summary": {
                "description": "Both, as applied/selected."
              }
            }
          },
          "findings": {
            "description": "Findings of its rules since they are counted, repeats included."
          },
          "wouldAct": {
            "description": "Those on which it would have acted in mode Enforce."
          }
        }
      }
    }
  },
  SecurityPolicy: {
    "description": "Rules for the pods of its namespace.",
    "properties": {
      "apiVersion": {
        "description": "stasis.dev/v1alpha1",
        "enum": [
          "stasis.dev/v1alpha1"
        ]
      },
      "kind": {
        "description": "SecurityPolicy",
        "enum": [
          "SecurityPolicy"
        ]
      },
      "metadata": {
        "description": "Name of the object.",
        "properties": {
          "name": {
            "description": "Name of the object."
          },
          "namespace": {
            "description": "Its namespace."
          },
          "labels": {
            "description": "Labels of the object.",
            "additionalProperties": {
              "description": "A value."
            }
          },
          "annotations": {
            "description": "Annotations of the object.",
            "additionalProperties": {
              "description": "A value."
            }
          },
          "creationTimestamp": {
            "description": "When it was made. Older policies come first where not all fit."
          },
          "deletionGracePeriodSeconds": {
            "description": "Written by tools; in files it is ignored."
          },
          "deletionTimestamp": {
            "description": "Written by tools; in files it is ignored."
          },
          "finalizers": {
            "description": "Written by tools; in files it is ignored.",
            "items": {
              "description": "One finalizer."
            }
          },
          "generateName": {
            "description": "Written by tools; in files it is ignored."
          },
          "generation": {
            "description": "Written by tools; in files it is ignored."
          },
          "managedFields": {
            "description": "Written by tools; in files it is ignored."
          },
          "ownerReferences": {
            "description": "Written by tools; in files it is ignored.",
            "items": {
              "description": "One owner.",
              "properties": {
                "apiVersion": {
                  "description": "Of the owner."
                },
                "kind": {
                  "description": "Of the owner."
                },
                "name": {
                  "description": "Of the owner."
                },
                "uid": {
                  "description": "Of the owner."
                }
              }
            }
          },
          "resourceVersion": {
            "description": "Written by tools; in files it is ignored."
          },
          "selfLink": {
            "description": "Written by tools; in files it is ignored."
          },
          "uid": {
            "description": "Written by tools; in files it is ignored."
          }
        }
      },
      "spec": {
        "description": "Whom the policy covers, what it watches for, and what is done.",
        "properties": {
          "target": {
            "description": "Which containers are covered. Every given field must hold; an empty target is an error.",
            "properties": {
              "all": {
                "description": "Every container of the namespace. Stands alone.",
                "enum": [
                  true
                ]
              },
              "containers": {
                "description": "Names of containers (globs). A container outside Kubernetes is named by its id.",
                "items": {
                  "description": "A container name; * stands for any characters."
                }
              },
              "images": {
                "description": "Image references as the runtime knows them (globs), for instance docker.io/library/nginx:*. Never holds where the runtime knows no image.",
                "items": {
                  "description": "An image reference; * stays within one part between slashes, ** as a whole part goes across."
                }
              },
              "podSelector": {
                "description": "Labels of the pod. Every given condition must hold; an empty selector is an error.",
                "properties": {
                  "matchLabels": {
                    "description": "Labels that the pod must carry with exactly these values.",
                    "additionalProperties": {
                      "description": "The label's value."
                    }
                  },
                  "matchExpressions": {
                    "description": "Conditions on labels; all of them must hold.",
                    "items": {
                      "description": "One condition on a label.",
                      "properties": {
                        "key": {
                          "description": "The label's key."
                        },
                        "operator": {
                          "description": "How the label is compared. In and NotIn need values, Exists and DoesNotExist take none.",
                          "enum": [
                            "In",
                            "NotIn",
                            "Exists",
                            "DoesNotExist"
                          ]
                        },
                        "values": {
                          "description": "Values for In and NotIn.",
                          "items": {
                            "description": "A value of the label."
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "mode": {
            "description": "Audit: record what would have been done. Enforce: do it.",
            "enum": [
              "Audit",
              "Enforce"
            ]
          },
          "rollout": {
            "description": "How a change of this policy reaches the nodes. Left out, every node applies it at once.",
            "properties": {
              "nodePercent": {
                "description": "Share of the nodes, in percent, that apply the policy as it is written now. The others keep what it was when last all nodes had it; of a new policy, nothing. Which nodes is decided by their names, so a larger share holds the smaller one."
              }
            }
          },
          "rules": {
            "description": "Effects to watch for. Every match counts; the actions of all matching rules are united.",
            "items": {
              "description": "One effect to watch for, with a severity and a response.",
              "properties": {
                "name": {
                  "description": "Name of the rule, unique within the policy."
                },
                "severity": {
                  "description": "How bad it is.",
                  "enum": [
                    "Low",
                    "Medium",
                    "High",
                    "Critical"
                  ]
                },
                "message": {
                  "description": "What happened, in words for people; in every finding of this rule."
                },
                "tags": {
                  "description": "Free words for the findings of this rule, for instance MITRE ATT&CK techniques.",
                  "items": {
                    "description": "A tag."
                  }
                },
                "process": {
                  "description": "A program is started. Every given field must hold; a list holds if any entry does.",
                  "properties": {
                    "executable": {
                      "description": "Paths of the program or script, as the container sees them after symbolic links (globs).",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    },
                    "notExecutable": {
                      "description": "Paths of programs that the rule leaves alone (globs). Holds only for programs of origin Image in the container's own file system.",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    },
                    "origin": {
                      "description": "Where the program comes from. Image: unchanged from the image. Modified: of the image, changed since. Written: made after the container started. Volume: on another mount. Memory: a memfd. Deleted: its file is gone.",
                      "items": {
                        "description": "One origin.",
                        "enum": [
                          "Image",
                          "Modified",
                          "Written",
                          "Volume",
                          "Memory",
                          "Deleted"
                        ]
                      }
                    },
                    "ancestors": {
                      "description": "Paths of programs (globs), one of which this process or one it descends from ran earlier in the container.",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    },
                    "notAncestors": {
                      "description": "Paths of programs (globs); the rule leaves alone what descends from one of them. Does not hold where the lineage is not completely known.",
                      "items": {
                        "description": "An absolute path, or **/ and a name. * and ? stay within one part between slashes, ** as a whole part goes across."
                      }
                    }
                  }
                },
                "respond": {
                  "description": "What may be done, in mode Enforce. Alert: the finding alone. Kill: the process is killed before its first instruction. Freeze: the process is stopped before its first instruction and the whole container frozen; Kill beside it acts where Freeze may not.",
                  "items": {
                    "description": "One action.",
                    "enum": [
                      "Alert",
                      "Kill",
                      "Freeze"
                    ]
                  }
                }
              }
            }
          }
        }
      },
      "status": {
        "description": "What became of the policy. Written by the operator; in files it is ignored.",
        "properties": {
          "observedGeneration": {
            "description": "The generation that the operator has seen."
          },
          "conditions": {
            "description": "Ready: compiled and published. Stalled: it has a mistake that a person must mend. Enforced: every reachable node that it selects applies it as it is written. Degraded: something weakens it on some nodes.",
            "items": {
              "description": "One thing that holds, does not hold, or is not known.",
              "properties": {
                "type": {
                  "description": "What the condition says."
                },
                "status": {
                  "description": "Whether it holds.",
                  "enum": [
                    "True",
                    "False",
                    "Unknown"
                  ]
                },
                "observedGeneration": {
                  "description": "The generation of the object that it speaks of."
                },
                "lastTransitionTime": {
                  "description": "When its status last changed."
                },
                "reason": {
                  "description": "Why, in one word for programs."
                },
                "message": {
                  "description": "Why, in words for people."
                }
              }
            }
          },
          "effectiveMode": {
            "description": "The mode in force. Differs from the mode that is written while a brake holds the policy back.",
            "enum": [
              "Enforce",
              "Audit",
              "Off"
            ]
          },
          "revision": {
            "description": "The revision with which the operator published it last."
          },
          "rules": {
            "description": "Rules in it."
          },
          "pods": {
            "description": "Pods that it selects on nodes with an agent."
          },
          "nodes": {
            "description": "Nodes with pods that it selects.",
            "properties": {
              "selected": {
                "description": "How many there are."
              },
              "applied": {
                "description": "How many of them apply the policy as it is published."
              },
              "summary": {
                "description": "Both, as applied/selected."
              }
            }
          },
          "findings": {
            "description": "Findings of its rules since they are counted, repeats included."
          },
          "wouldAct": {
            "description": "Those on which it would have acted in mode Enforce."
          }
        }
      }
    }
  },
} as const satisfies Readonly<Record<string, SchemaNode>>;
