// Made from openapi.json by `npm run generate`.
export interface components {
    schemas: {
        AcceptInvitationInput: {
            /** @description Invitation token. */
            token: string;
            /** @description At least 8 characters. */
            password: string;
        };
        ActiveCourier: {
            id: number;
            rate_name: string;
            logistic_name: string;
            show_name: string;
            pickup_available: string;
            logo_url: string;
        };
        AddTrackingEventInput: {
            order_id: number;
            /**
             * @description Number of the shipment within the order.
             * @default 1
             */
            shipment?: number;
            /**
             * @description What the courier says.
             * @enum {string}
             */
            status: "PICKUP_REQUEST" | "DROPOFF" | "ON_PROCESS" | "DELIVERED" | "UNPICK" | "RETURNED" | "LOST" | "INVALID" | "SHIPMENT_PROBLEM";
            description?: string;
            location?: string;
            /**
             * @description Default: now.
             * @example 2026-03-10 09:00
             */
            happened_at?: string;
        };
        Addon: {
            sort: number;
            /** @enum {string} */
            class: "app" | "storefront" | "shopee" | "sms" | "mutation" | "woowa";
            button_title: string;
            message: string | null;
            sub_message: string | null;
            active: boolean;
            logo: string;
            link: string;
            package: string;
            code: string | null;
            ends_on: string | null;
            credit: number | null;
        };
        AdminFee: {
            id: number;
            nominal: number;
            customer_category: {
                code: string;
                name: string;
            };
        };
        AdminFeeSaved: {
            id: number;
            nominal: string;
            category_code: string;
        };
        AllowedOrigins: {
            /** @description Origins as browsers write them, for example https://toko.example.com. */
            origins: string[];
        };
        AnnounceReturnInput: {
            order_id: number;
            /**
             * @description Number of the shipment within the order.
             * @default 1
             */
            shipment?: number;
            /** @description Why the parcel comes back. */
            reason: string;
        };
        ApiKey: {
            id: number;
            name: string;
            /** @description The first characters of the key. */
            key_start: string;
            made_by: string;
            /** @enum {string} */
            status: "ACTIVE" | "REVOKED" | "EXPIRED";
            created_at: string;
            /** @description When the key expires or stopped working. */
            expires_at: string;
            /** @description Updated at most once a minute. */
            last_used_at: string | null;
        };
        ApiKeyCreated: {
            id: number;
            name: string;
            /** @description Shown only once, in this response. */
            key: string;
            expires_at: string;
        };
        ApiKeyRevoked: {
            id: number;
        };
        ApiKeyRotated: {
            id: number;
            name: string;
            /** @description Shown only once, in this response. */
            key: string;
            expires_at: string;
            old_key_ends_at: string;
        };
        ApplyImportInput: {
            /**
             * @description Apply the valid rows even if others are invalid.
             * @default false
             */
            partial?: boolean;
        };
        ApplyTariffImportInput: {
            /**
             * @description Apply the valid rows even if others are invalid.
             * @default false
             */
            partial?: boolean;
        };
        AuditEntry: {
            id: number;
            subject: string;
            subject_id: number;
            /** @description For example `created`, `updated` or `deleted`. */
            action: string;
            /** @description Changed fields, if known, each as [before, after]. */
            detail: {
                [key: string]: unknown;
            };
            user: {
                id: number;
                name: string;
            };
            /** @description API key that was used; null for a session. */
            api_key_id: number | null;
            created_at: string;
        };
        AvailableProduct: {
            id: number;
            name: string;
            image: string;
            thumbnail: string;
            /** @description Lowest price of the variations. */
            price: number;
            total_stock: number;
        };
        AwbAdded: {
            order_id: number;
            po_number: number;
            notification: {
                id: number;
                title: string;
                content: string;
            };
        };
        AwbImport: {
            id: number;
            file_name: string;
            /** @enum {string} */
            status: "READY" | "APPLYING" | "APPLIED" | "UNDOING" | "UNDONE";
            /** @description The columns of the file that were recognised, and as what they are read. */
            columns: {
                title: string;
                read_as: string;
            }[];
            counts: {
                rows: number;
                /** @description Number of rows that set an AWB number when the import is applied. */
                matched: number;
                /** @description Number of rows whose parcel has the AWB number already. */
                unchanged: number;
                wrong: number;
                /** @description Number of rows without an AWB number, or that say the same as another row. */
                passed_over: number;
                /** @description Number of rows whose AWB number was set. */
                applied: number;
                undone: number;
                /** @description Number of rows that could not be undone, because the parcel was changed since. */
                kept: number;
            };
            /** @description See `GET /api/account/job/{id}`. */
            job_id: number | null;
            user_id: number;
            created_at: string;
            applied_at: string | null;
            undone_at: string | null;
        };
        AwbImportCandidate: {
            order_id: number;
            po_number: number;
            /** @description Number of the shipment within the order. */
            shipment: number;
            receiver_name: string;
            order_date: string;
        };
        AwbImportRow: {
            /** @description Row number in the file, as a spreadsheet shows it. */
            row: number;
            /** @enum {string} */
            outcome: "MATCHED" | "UNCHANGED" | "WRONG" | "PASSED_OVER" | "APPLIED" | "UNDONE" | "KEPT";
            /** @description Values by column title. */
            cells: {
                [key: string]: string | number;
            };
            awb_number: string | null;
            order_id: number | null;
            po_number: number | null;
            shipment: number | null;
            matched_by: ("ORDER_NUMBER" | "PHONE") | null;
            /** @description Why the row sets nothing, or was not undone. */
            reason: {
                code: string;
                text: string;
            } | null;
            /** @description The parcels that are meant perhaps, at most 10. */
            candidates: components["schemas"]["AwbImportCandidate"][];
        };
        Bank: {
            bank_type: string;
            bank_label: string;
            bank_family: string;
            image: string;
            web_login_url: string;
            status: number;
        };
        BankAccount: {
            bank_id: number;
            bank_name: string;
            bank_type: string;
            branch: string;
            holder_name: string;
            account_number: string;
            image: string;
            /** @enum {string} */
            type: "BANK" | "PAYMENT GATEWAY";
        };
        BankAccountReference: {
            bank_id: number;
            name: string;
        };
        BankMutation: {
            id: number;
            /** @description null: its account number is none of the shop. */
            bank_id: number | null;
            bank_name: string | null;
            account_number: string;
            date: string;
            /** @description In the time zone of the shop, if the bank says it. */
            time: string | null;
            /** @enum {string} */
            type: "CREDIT" | "DEBIT";
            amount: number;
            /** @description What of the amount pays something. */
            matched: number;
            /** @description What of it pays nothing yet. */
            rest: number;
            description: string;
            /** @description Of the account after it, if the bank says it. */
            balance: number | null;
            /** @description The bank has not booked it yet. */
            is_pending: boolean;
            /**
             * @description NEW: the automatic matching has not seen it yet, which takes a moment; WAITING: it came in, and it, or a rest of it, is of no payment yet; MATCHED: all of it pays something; IGNORED; OUTGOING: money that went out.
             * @enum {string}
             */
            state: "NEW" | "WAITING" | "MATCHED" | "IGNORED" | "OUTGOING";
            /** @description Why it pays nothing by itself. */
            waits_because: {
                code: string;
                text: string;
            } | null;
            ignored_because: string | null;
            /** @description ID of the user who matched or ignored it last. */
            decided_by: number | null;
            decided_at: string | null;
            matches: {
                id: number;
                /** @description The payment of a buyer that it pays. */
                payment_id: number | null;
                /** @description The order that it pays. */
                order_id: number | null;
                /** @description null: a payment of a buyer, or the order was deleted since. */
                po_number: string | null;
                amount: number;
                /** @description What became of the money of a payment of a buyer. PAID: it is paid; REVIVED: it had expired, and its orders wait for the seller again; BALANCE: no order wants it any more, so it is balance of the customer. */
                outcome: ("PAID" | "REVIVED" | "BALANCE") | null;
                is_automatic: boolean;
                user_id: number | null;
                created_at: string;
            }[];
        };
        BankMutationDetail: {
            id: number;
            /** @description null: its account number is none of the shop. */
            bank_id: number | null;
            bank_name: string | null;
            account_number: string;
            date: string;
            /** @description In the time zone of the shop, if the bank says it. */
            time: string | null;
            /** @enum {string} */
            type: "CREDIT" | "DEBIT";
            amount: number;
            /** @description What of the amount pays something. */
            matched: number;
            /** @description What of it pays nothing yet. */
            rest: number;
            description: string;
            /** @description Of the account after it, if the bank says it. */
            balance: number | null;
            /** @description The bank has not booked it yet. */
            is_pending: boolean;
            /**
             * @description NEW: the automatic matching has not seen it yet, which takes a moment; WAITING: it came in, and it, or a rest of it, is of no payment yet; MATCHED: all of it pays something; IGNORED; OUTGOING: money that went out.
             * @enum {string}
             */
            state: "NEW" | "WAITING" | "MATCHED" | "IGNORED" | "OUTGOING";
            /** @description Why it pays nothing by itself. */
            waits_because: {
                code: string;
                text: string;
            } | null;
            ignored_because: string | null;
            /** @description ID of the user who matched or ignored it last. */
            decided_by: number | null;
            decided_at: string | null;
            matches: {
                id: number;
                /** @description The payment of a buyer that it pays. */
                payment_id: number | null;
                /** @description The order that it pays. */
                order_id: number | null;
                /** @description null: a payment of a buyer, or the order was deleted since. */
                po_number: string | null;
                amount: number;
                /** @description What became of the money of a payment of a buyer. PAID: it is paid; REVIVED: it had expired, and its orders wait for the seller again; BALANCE: no order wants it any more, so it is balance of the customer. */
                outcome: ("PAID" | "REVIVED" | "BALANCE") | null;
                is_automatic: boolean;
                user_id: number | null;
                created_at: string;
            }[];
            /** @description Payments of buyers and unpaid orders that it may be the money of, the best first; for money that came in and waits. */
            suggestions: {
                /** @description The payment of a buyer: match with this ID. null: match with `orders`. */
                payment_id: number | null;
                orders: {
                    order_id: number;
                    po_number: string;
                    /** @description What of the mutation would pay it. */
                    amount: number;
                    /** @description What remains to be paid of it. */
                    remaining: number;
                }[];
                customer: {
                    id: number;
                    name: string;
                };
                /** @description What of the mutation would be matched. */
                amount: number;
                /** @description Of the payment of a buyer: what it waits for; of orders: their payment status. */
                status: string;
                created_at: string;
                /** @description Why it is suggested. */
                reasons: {
                    /** @enum {string} */
                    code: "AMOUNT" | "AMOUNT_WITHOUT_CODE" | "AMOUNT_OF_SEVERAL" | "PO_NUMBER" | "PHONE" | "NAME" | "PART_OF_NAME";
                    text: string;
                }[];
            }[];
        };
        BankMutationReference: {
            bank_id: number;
            name: string;
        };
        BankReport: {
            id: number;
            bank: string;
            holder_name: string;
            bank_number: string;
            image: string;
            nominal: number;
            idr: string;
            payments: number;
        };
        BestCustomer: {
            id: number;
            name: string;
            email: string | null;
            phone: string | null;
            total_order: number;
            city: string | null;
            address: string;
            category: string;
            category_name: string;
            sold_items: number;
            gross_sales: number;
            net_sales: number;
            gross_profit: number | null;
            /** @description Orders in the period to compare with, if there is one. */
            total_order_old: number | null;
        };
        BestLocation: {
            city: string;
            percentage: number;
            order: number;
            gross_sales: number;
        };
        BestSale: {
            id: number;
            name: string;
            sku: string | null;
            sold: number;
            order: number;
            /** @description At the prices of the units, before any discount. */
            gross_sales: number;
            /** @description After all discounts. All products together are the net sales of the report. */
            net_sales: number;
            gross_profit: number | null;
        };
        Billing: {
            id: number;
            invoice: string;
            invoice_url: string;
            services: string[];
            created_at: string;
            payment_date: string | null;
            xendit_id: string;
            /** @enum {string} */
            status: "PENDING" | "PAID" | "EXPIRED";
            amount: number;
            received_amount: number;
            payment_method: string;
            bank_image: string | null;
            expired_at: string;
        };
        BulkOrdersPreview: {
            /** @enum {string} */
            action: "PAY" | "CANCEL" | "REACTIVATE" | "SHIPPING_STATUS" | "REQUEST_PICKUP" | "CONFIRM";
            /** @description How many orders are chosen. */
            orders: number;
            /** @description How many of them were tried, the oldest first. */
            judged: number;
            /** @description Whether all were tried. Else the figures below are of those that were. */
            is_exact: boolean;
            can: number;
            /** @description Money that would be entered, in rupiah. */
            amount: number;
            /** @description Orders that are already so. */
            skipped: components["schemas"]["BulkReason"][];
            cannot: components["schemas"]["BulkReason"][];
        };
        BulkReason: {
            /** @description Error code. */
            code: string;
            message: string;
            /** @description How many orders it is of. */
            orders: number;
            /** @description The first of them. */
            order_ids: number[];
        };
        BulkRun: {
            id: number;
            /** @enum {string} */
            action: "PAY" | "CANCEL" | "REACTIVATE" | "SHIPPING_STATUS" | "REQUEST_PICKUP" | "CONFIRM";
            /** @enum {string} */
            state: "RUNNING" | "DONE" | "STOPPED";
            orders: number;
            job_id: number | null;
            user_id: number;
            created_at: string;
            ended_at: string | null;
            counts: {
                waiting: number;
                done: number;
                skipped: number;
                failed: number;
                stopped: number;
            };
            /** @description Money that was entered, in rupiah. */
            amount: number;
            /** @description What the action takes besides. */
            terms: {
                [key: string]: string | number;
            };
            /** @description The filter that chose the orders. null: they were named. */
            filter: {
                [key: string]: unknown;
            } | null;
        };
        BulkRunOrder: {
            order_id: number;
            /** @description null: the order was deleted. */
            po_number: number | null;
            /** @enum {string} */
            result: "WAITING" | "DONE" | "SKIPPED" | "FAILED" | "STOPPED";
            /** @description Money that was entered, in rupiah. */
            amount: number;
            reasons: {
                /** @description Error code. */
                code: string;
                message: string;
            }[];
            worked_at: string | null;
        };
        BulkRunRow: {
            id: number;
            /** @enum {string} */
            action: "PAY" | "CANCEL" | "REACTIVATE" | "SHIPPING_STATUS" | "REQUEST_PICKUP" | "CONFIRM";
            /** @enum {string} */
            state: "RUNNING" | "DONE" | "STOPPED";
            orders: number;
            job_id: number | null;
            user_id: number;
            created_at: string;
            ended_at: string | null;
            counts: {
                waiting: number;
                done: number;
                skipped: number;
                failed: number;
                stopped: number;
            };
            /** @description Money that was entered, in rupiah. */
            amount: number;
        };
        Buyer: {
            name: string;
            email: string | null;
            phone: string;
            category_code: string;
            category_name: string;
            has_password: boolean;
            /** @description What the shop owes you, and you can pay with. */
            balance: number;
        };
        BuyerAddress: {
            name: string;
            phone: string;
            address: string;
            postal_code: string | null;
            district_id: number | null;
            district: string | null;
            city: string | null;
            province: string | null;
        };
        BuyerOrder: {
            order_id: number;
            po_number: number;
            order_date: string;
            status: string;
            progress: string;
            /** @description PAID as soon as the money is here, also while the seller has not accepted the order. */
            payment_status: string;
            total: number;
            paid: number;
            quantity: number;
            receiver: string;
            courier: string;
            awb_number: string | null;
            created_at: string;
            /** @description Of the checkout: in place of the token while its buyer is signed in. null: staff placed the order. */
            payment_id: number | null;
            payment_state: ("WAITING" | "CLAIMED" | "PAID" | "COD" | "CLOSED" | "EXPIRED" | "CANCELED") | null;
        };
        BuyerOrderDetail: {
            order_id: number;
            po_number: number;
            order_date: string;
            status: string;
            progress: string;
            /** @description PAID as soon as the money is here, also while the seller has not accepted the order. */
            payment_status: string;
            total: number;
            paid: number;
            quantity: number;
            receiver: string;
            courier: string;
            awb_number: string | null;
            created_at: string;
            /** @description Of the checkout: in place of the token while its buyer is signed in. null: staff placed the order. */
            payment_id: number | null;
            payment_state: ("WAITING" | "CLAIMED" | "PAID" | "COD" | "CLOSED" | "EXPIRED" | "CANCELED") | null;
            receiver_phone: string;
            receiver_address: string;
            shipping: number;
            products: {
                name: string;
                quantity: number;
                price: number;
                discount: number;
            }[];
            shipments: {
                awb_number: string | null;
                status: string;
            }[];
            /** @description How it is paid, together with all orders of its checkout. */
            payment: components["schemas"]["BuyerOrderPayment"] | null;
        };
        BuyerOrderPayment: {
            payment_id: number;
            /** @enum {string} */
            state: "WAITING" | "CLAIMED" | "PAID" | "COD" | "CLOSED" | "EXPIRED" | "CANCELED";
            state_text: string;
            method: string;
            nominal_invoice: number;
            nominal_unique: number;
            payment_fee: number;
            nominal_transfer: number;
            created_at: string;
            expired_at: string | null;
            /** @description Whether a proof of transfer was uploaded. */
            proof: boolean;
            /** @description null when there is nothing to pay any more. */
            instructions: components["schemas"]["PaymentInstructions"] | null;
        };
        BuyerPayment: {
            payment_id: number;
            /** @enum {string} */
            state: "WAITING" | "CLAIMED" | "PAID" | "COD" | "CLOSED" | "EXPIRED" | "CANCELED";
            state_text: string;
            method: string;
            nominal_invoice: number;
            nominal_unique: number;
            payment_fee: number;
            nominal_transfer: number;
            created_at: string;
            expired_at: string | null;
            /** @description Whether a proof of transfer was uploaded. */
            proof: boolean;
            /** @description null when there is nothing to pay any more. */
            instructions: components["schemas"]["PaymentInstructions"] | null;
            orders: {
                order_id: number;
                po_number: number;
                invoice: string;
                /** @enum {string} */
                status: "UNCONFIRMED" | "ACCEPTED" | "REJECTED" | "CANCELED" | "EXPIRED" | "DELETED";
                /** @description order_progress_status, as the seller sees it. */
                progress: string | null;
                receiver: {
                    name: string;
                    phone: string;
                    address: string;
                } | null;
                courier: string | null;
                products: {
                    name: string;
                    quantity: number;
                    price: number;
                    discount: number;
                    subtotal: number;
                }[];
                shipping: number;
                /** @description Of the order as it is now; what the payment was made for is nominal_invoice. */
                total: number;
                shipments: {
                    awb_number: string | null;
                    status: string;
                    history: {
                        at: string;
                        status: string;
                        description: string;
                        location: string;
                    }[];
                }[];
            }[];
        };
        BuyerSession: {
            id: number;
            is_current: boolean;
            address: string;
            created_at: string;
            last_used_at: string;
            expires_at: string;
        };
        CancelOrderInput: {
            /** @description Order ID. */
            id: number;
            /**
             * @description What happens to the money that was paid. BALANCE: it is added to the balance of the customer; REFUNDED: it was refunded to the customer.
             * @default BALANCE
             * @enum {string}
             */
            paid_as?: "BALANCE" | "REFUNDED";
        };
        CancelPickupInput: {
            /** @description Order ID. */
            id: number;
            /** @description Required for JNE. */
            reason?: string;
            /**
             * @description Number of the shipment within the order.
             * @default 1
             */
            shipment?: number;
        };
        CashView: {
            start_date: string;
            end_date: string;
            money_in: {
                total: number;
                by_account: components["schemas"]["BankReport"][];
                by_day: {
                    date: string;
                    nominal: number;
                    accounts: {
                        id: number;
                        nominal: number;
                    }[];
                }[];
            };
            expense: number;
            /** @description Money that came in, less expenses. */
            net: number;
            /** @description As of now, whatever the period. */
            now: {
                /** @description What customers owe for accepted orders. */
                receivable: number;
                /** @description What couriers are to collect for COD orders that have not left. */
                cod_not_sent: number;
                /** @description What couriers are to collect for parcels that are on their way. */
                cod_on_its_way: number;
                /** @description What couriers have collected and not paid out, less what they charge. */
                cod_to_come: number;
                orderpay_available: number;
                orderpay_on_hold: number;
            };
        };
        ChangeCustomerActivationInput: {
            /** @description Customer ID. */
            id: number;
            /**
             * @description 0: reject, 1: accept, 2: activate, 4: block, 5: delete, 6: unblock.
             * @enum {string}
             */
            status: "0" | "1" | "2" | "4" | "5" | "6";
            /**
             * @description Customer category code.
             * @enum {string}
             */
            category?: "N" | "Y" | "D" | "1" | "2" | "3";
        };
        ChangePaymentMethodInput: {
            payment: {
                /** @enum {string} */
                method: "TRANSFER" | "GATEWAY";
                bank_id?: number;
                channel?: string;
            };
        };
        ChangePricesInput: {
            /**
             * @description The price that changes.
             * @enum {string}
             */
            field: "price" | "price_reseller" | "price1" | "price2" | "price3" | "price_buy";
            prices: {
                /** @description Product variation ID. */
                variation_id: number;
                /** @description The price now. If it is another one, it is not changed. */
                from: number;
                to: number;
            }[];
        };
        ChangePushSettingsInput: {
            /** @description All that is pushed; everything else is not. */
            pushed: ("ORDER" | "PAYMENT" | "SHIPMENT" | "STOCK" | "MONEY" | "WORK" | "NEWS")[];
        };
        ChangeUserInput: {
            /** @description User ID. */
            id: number;
            /** @enum {string} */
            role: "owner" | "admin" | "warehouse";
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        CheckOutInput: {
            /** @description Name of the receiver. */
            name?: string;
            /**
             * @description WhatsApp number of the receiver, in any notation.
             * @example 081234567890
             */
            phone?: string;
            /** @description Street, number and landmarks. */
            address?: string;
            /** @description District ID from the districts of the store. */
            district_id?: number;
            postal_code?: string;
            products?: {
                /** @description Product variation ID. */
                id: number;
                /** @description Quantity. */
                qty: number;
            }[];
            expedition?: {
                /** @description Courier service ID or custom courier ID from the shipping rates. */
                id: number;
            };
            /** @description Whom the label shows as the sender, instead of the shop. */
            dropship?: {
                name: string;
                /** @example 081234567890 */
                phone: string;
            };
            /**
             * @description Note to the seller.
             * @default
             */
            note?: string;
            /** @description Coupon code, in any letter case. */
            coupon_code?: string;
            /** @description For signed-in customers: several receivers, each an order, paid in one go. The fields of a single receiver are left out then. */
            receivers?: {
                /** @description Name of the receiver. */
                name: string;
                /**
                 * @description WhatsApp number of the receiver, in any notation.
                 * @example 081234567890
                 */
                phone: string;
                /** @description Street, number and landmarks. */
                address: string;
                /** @description District ID from the districts of the store. */
                district_id: number;
                postal_code?: string;
                products: {
                    /** @description Product variation ID. */
                    id: number;
                    /** @description Quantity. */
                    qty: number;
                }[];
                expedition: {
                    /** @description Courier service ID or custom courier ID from the shipping rates. */
                    id: number;
                };
                /** @description Whom the label shows as the sender, instead of the shop. */
                dropship?: {
                    name: string;
                    /** @example 081234567890 */
                    phone: string;
                };
                /**
                 * @description Note to the seller.
                 * @default
                 */
                note?: string;
            }[];
            payment: {
                /** @enum {string} */
                method: "TRANSFER" | "GATEWAY" | "ORDERPAY" | "COD";
                /** @description Bank account for TRANSFER, from the payment methods of the store. Default: the first. */
                bank_id?: number;
                /** @description How to pay by GATEWAY, from the payment methods of the store. Default: the first. */
                channel?: string;
            };
        };
        Checkout: {
            payment_id: number;
            /** @description Secret token of the payment and its orders. Whoever has it can see them. */
            token: string;
            orders: {
                order_id: number;
                po_number: number;
            }[];
            /** @description Total of the orders. */
            nominal_invoice: number;
            /** @description Unique code, which is added so that the transfer can be recognised. */
            nominal_unique: number;
            payment_fee: number;
            /** @description The exact amount to pay. */
            nominal_transfer: number;
            expired_at: string | null;
            instructions: components["schemas"]["PaymentInstructions"];
        };
        CheckoutQuote: {
            total: number;
            orders: {
                products: {
                    id: number;
                    name: string;
                    qty: number;
                    price: number;
                    discount: number;
                    subtotal: number;
                }[];
                /** @description In grams. */
                weight: number;
                goods: number;
                shipping: number;
                shipping_discount: number;
                other_costs: {
                    name: string;
                    amount: number;
                }[];
                courier: string;
                total: number;
            }[];
        };
        ClosedOrder: {
            order_id: number;
            po_number: number;
            shop_id: number;
            order_date: string;
            total_amount: number;
            note: string;
            order_progress_status: string;
            order_status: string;
            order_category: string;
            payment_status: string;
            payment_date: string | null;
            shopee: null;
            created_at: string;
            updated_at: string;
            invoice: string;
            /** @description null if your role cannot see payments. */
            remaining_amount: number | null;
            shipping_rate: string;
            shipping_logistic: string;
            order_source: string;
            other_cost_amount: number;
            created_by_name: string;
            updated_by_name: string;
            awb_number: string;
            sender_name: string;
            sender_address: string;
            receiver_name: string;
            receiver_address: string;
            /** @description Chargeable weight in kilograms. */
            weight: number;
            origin_name: string;
            origin_address: string;
            username: string;
            sender_category: string;
            sender_category_code: string;
            receiver_phone: string;
            shipping_id: number;
            shipping_cost: number;
            products: {
                product_meta_id: number;
                name: string;
                price: number;
                quantity: number;
                sku: string | null;
                thumbnail_url: string;
                color: string | null;
                size: string | null;
            }[];
            product_status: string;
            cost_of_goods_sales: number | null;
            order_cost: {
                name: string;
                category: string;
                amount: number;
            }[] | null;
            bank_name: string;
            warehouse_name: string | null;
            cod_status: boolean;
            paid_as: ("BALANCE" | "REFUNDED") | null;
        };
        CodAgeing: {
            courier: string;
            figures: {
                /**
                 * @description ON_ITS_WAY: to be collected. NOT_INVOICED: delivered, on no invoice yet. UNPAID_…: invoiced and open, by days since the invoice. FAILED: charges of parcels that came back.
                 * @enum {string}
                 */
                figure: "ON_ITS_WAY" | "NOT_INVOICED" | "UNPAID_0_7" | "UNPAID_8_14" | "UNPAID_15_30" | "UNPAID_OVER_30" | "FAILED";
                parcels: number;
                amount: number;
            }[];
            /** @description Lines of payouts that wait in the queue. */
            queue: {
                lines: number;
                amount: number;
            };
        };
        CodCourier: {
            expedition_name: string;
            logo_url: string;
        };
        CodInvoice: {
            id: string;
            date: string;
            vendor: string;
            invoice_number: string;
            total: string;
            /**
             * @description COMPLETE: all of it was paid out, or the rest was written off.
             * @enum {string}
             */
            status: "PENDING" | "COMPLETE";
        };
        CodInvoiceDetail: {
            id: string;
            date: string;
            vendor: string;
            invoice_number: string;
            total: string;
            /**
             * @description COMPLETE: all of it was paid out, or the rest was written off.
             * @enum {string}
             */
            status: "PENDING" | "COMPLETE";
            /** @description Monday of the week. */
            week_start: string;
            /** @description Sunday of the week. */
            week_end: string;
            total_idr: number;
            parcels: {
                order_id: number;
                po_number: number;
                awb_number: string | null;
                /** @description Counts from 1: a parcel that came back and was shipped anew is charged anew. */
                trip: number;
                collected_idr: number;
                /** @description Below 0: charged by the courier. So are the fees. */
                shipping_idr: number;
                cod_fee_idr: number;
                return_fee_idr: number;
                /** @description What the courier owes for it on this invoice; below 0: what the shop owes. */
                net_idr: number;
                /** @description What of the parcel is neither paid out nor written off, over all its invoices. */
                open_idr: number;
            }[];
        };
        CodInvoicesMade: {
            made: number;
        };
        CodParcel: {
            order_id: number;
            po_number: number;
            trip: number;
            awb_number: string | null;
            courier: string;
            /** @enum {string} */
            figure: "ON_ITS_WAY" | "NOT_INVOICED" | "UNPAID_0_7" | "UNPAID_8_14" | "UNPAID_15_30" | "UNPAID_OVER_30" | "FAILED";
            /** @description What is to be collected, or what is open. */
            amount: number;
            cod_amount: number;
            paid: number;
            written_off: number;
            changed_at: string;
            invoiced_on: string | null;
        };
        CodPayout: {
            id: number;
            /** @enum {string} */
            source: "FILE" | "HAND";
            vendor: string;
            /** @description null: the vendor keeps the money. */
            bank_id: number | null;
            date: string;
            withdrawn_on: string | null;
            file_name: string | null;
            /**
             * @description READY: a preview, of which nothing is recorded yet.
             * @enum {string}
             */
            status: "READY" | "APPLYING" | "APPLIED" | "UNDOING" | "UNDONE";
            settled_idr: number;
            counts: {
                rows: number;
                settled: number;
                /** @description Lines that do not match exactly. Resolve them in the queue. */
                queued: number;
                ignored: number;
                /** @description Lines that stand in an earlier payout or line. They do nothing. */
                repeated: number;
                /** @description Rows that cannot be read. They do nothing. */
                wrong: number;
                /** @description Rows that sum up others, such as `Grand Total`. They do nothing. */
                passed_over: number;
            };
            /** @description See `GET /api/account/job/{id}`. */
            job_id: number | null;
            created_at: string;
        };
        CodPayoutLine: {
            id: number;
            payout_id: number;
            /** @description Row number in the file, as a spreadsheet shows it. */
            row: number;
            awb_number: string | null;
            po_number: number | null;
            cod_amount: number | null;
            fee: number | null;
            net: number | null;
            date: string | null;
            /** @enum {string} */
            status: "READY" | "SETTLED" | "QUEUED" | "IGNORED" | "REPEATED" | "WRONG" | "PASSED_OVER" | "UNDONE";
            /** @description Why it is in the queue: SHORT, OVER, UNKNOWN (no COD parcel has its numbers), SEVERAL_PARCELS (with its AWB number, and none of them its PO number), NOT_DELIVERED, ALREADY_PAID (of the parcel), ORDER_PAID (the order was paid otherwise). Of a row that cannot be read: WITHOUT_PARCEL, AWB_UNREADABLE, NET_UNREADABLE, AMOUNT_UNREADABLE, SUM_OF_ABOVE; of one that is passed over: TOTAL. Of a preview: what is going to happen, or REPEATED. */
            fault: string | null;
            /** @description The order whose parcel it is; in a preview, as far as it is known. */
            order_id: number | null;
            order_po_number: number | null;
            /** @description What was open of the parcel. */
            expected: number | null;
            /** @description Net less expected; below 0: too little. */
            difference: number | null;
            /** @description Why a row does nothing or what of it was not read; of one that may be of several parcels, which these are; of one that pays its parcel with others, that it does; of a line that was resolved, why it was so. */
            reason: string | null;
        };
        CodSettings: {
            /** @description 0: not rounded. */
            cash_rounding: number;
        };
        CodeSent: {
            valid_minutes: number;
        };
        ConfirmOrdersInput: {
            /** @description Payment ID. */
            id: number;
            orders: {
                /** @description Order ID. */
                id: number;
                /** @enum {string} */
                action: "ACCEPT" | "REJECT";
            }[];
        };
        ConfirmPasswordInput: {
            /** @description The password you sign in with. */
            current_password: string;
        };
        ConfirmReceivedInput: {
            order_id: number;
        };
        Courier: {
            id: number;
            rate_name: string;
            logistic_name: string;
            show_name: string;
            pickup_available: string;
        };
        CourierCharge: {
            courier_id: number;
            logistic_name: string;
            /** @description Whether the courier collects cash on delivery. */
            cod: boolean;
            tolerance_grams: number;
            minimum_kg: number;
            rounding_grams: number;
            volumetric_cm3_per_kg: number;
            insurance_bp: number;
            insurance_fixed_idr: number;
            insurance_minimum_idr: number;
            insurance_above_idr: number;
            /** @enum {string} */
            insurance_basis: "GOODS" | "GOODS_AND_SHIPPING";
            cod_fee_bp: number;
            cod_fee_minimum_idr: number;
            /** @enum {string} */
            cod_fee_payer: "SELLER" | "BUYER";
            return_fee_bp: number;
            packing_fixed_idr: number;
            packing_idr_per_kg: number;
            /** @description Courier services with a higher minimum weight. */
            services: {
                id: number;
                rate_name: string;
                minimum_kg: number;
            }[];
            /** @description Fields that the shop has set itself. */
            own: ("tolerance_grams" | "minimum_kg" | "rounding_grams" | "volumetric_cm3_per_kg" | "insurance_bp" | "insurance_fixed_idr" | "insurance_minimum_idr" | "insurance_above_idr" | "insurance_basis" | "cod_fee_bp" | "cod_fee_minimum_idr" | "cod_fee_payer" | "return_fee_bp" | "packing_fixed_idr" | "packing_idr_per_kg")[];
            /** @description Fields that the shop has not set, and whose value is an estimate. */
            estimates: ("tolerance_grams" | "minimum_kg" | "rounding_grams" | "volumetric_cm3_per_kg" | "insurance_bp" | "insurance_fixed_idr" | "insurance_minimum_idr" | "insurance_above_idr" | "insurance_basis" | "cod_fee_bp" | "cod_fee_minimum_idr" | "cod_fee_payer" | "return_fee_bp" | "packing_fixed_idr" | "packing_idr_per_kg")[];
            /** @description Date of the values that the shop has not set. */
            as_of: string;
        };
        CourierConnection: {
            /** @enum {string} */
            vendor: "biteship" | "rajaongkir" | "shipper";
            name: string;
            can: components["schemas"]["CourierVendorOffer"];
            /** @description The last characters of the API key; null: not connected. */
            key: string | null;
            /** @description Why the vendor did not accept the key when it was last tested. */
            problem: {
                code: string;
                message: string;
            } | null;
            created_at: string | null;
            tested_at: string | null;
        };
        CourierConnectionRemoved: {
            /** @enum {string} */
            vendor: "biteship" | "rajaongkir" | "shipper";
        };
        CourierConnectionSaved: {
            /** @enum {string} */
            vendor: "biteship" | "rajaongkir" | "shipper";
            name: string;
            can: components["schemas"]["CourierVendorOffer"];
            /** @description The last characters of the API key; null: not connected. */
            key: string | null;
            /** @description Why the vendor did not accept the key when it was last tested. */
            problem: {
                code: string;
                message: string;
            } | null;
            created_at: string | null;
            tested_at: string | null;
            /** @description Enter it as webhook in the dashboard of the vendor. Shown only once, in this response. */
            callback_url: string | null;
        };
        CourierServiceSet: {
            id: number;
            is_active: boolean;
        };
        CourierServiceSettings: {
            Regular: {
                id: number;
                logistic_name: string;
                rate_name: string;
                is_active: boolean;
            }[];
            Express: {
                id: number;
                logistic_name: string;
                rate_name: string;
                is_active: boolean;
            }[];
            Trucking: {
                id: number;
                logistic_name: string;
                rate_name: string;
                is_active: boolean;
            }[];
        };
        CourierServicesSet: {
            regular: string[];
            express: string[];
            trucking: string[];
        };
        /** @description What the vendor offers. What it lacks is done by hand. */
        CourierVendorOffer: {
            rates: boolean;
            booking: boolean;
            drop_off: boolean;
            cancellation: boolean;
            label_codes: boolean;
            tracking: boolean;
            webhooks: boolean;
            cod: boolean;
        };
        CreateAdminFeeInput: {
            /** @description Amount that the buyer pays on top, at most 4500. 0: none. */
            nominal: number;
            /**
             * @description Customer category: N, Y, D or the code of a custom one. `catgory_code` is accepted too.
             * @enum {string}
             */
            category_code: "N" | "Y" | "D" | "1" | "2" | "3";
        };
        CreateApiKeyInput: {
            /** @description What the key is used for. */
            name: string;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        CreateBankAccountInput: {
            /** @description Bank type from the list of banks, in any letter case. */
            bank_type: string;
            /** @description Bank account number, 5 to 20 digits. */
            account_number: string;
            /** @description Bank account holder name. */
            holder_name: string;
            /** @description Bank branch. */
            branch: string;
            /** @description Accepted for compatibility and not stored. */
            username?: string;
            /** @description Accepted for compatibility and not stored. */
            pin?: string;
            /** @description Corporate ID. Required if `bank_type` is a business bank. */
            corporate_id?: string;
        };
        CreateCustomCourierInput: {
            name: string;
            /** @description Shipping cost of a parcel. */
            fee: number;
            /**
             * @description Whether it collects cash on delivery.
             * @default false
             */
            is_cod?: boolean;
        };
        CreateCustomerCategoryInput: {
            category_name: string;
            /** @default true */
            discount_access?: boolean;
            /** @default true */
            wholesale_access?: boolean;
        };
        CreateCustomerInput: {
            name: string;
            /** @example 081234567890 */
            phone: string;
            /** @description District ID from Search districts. */
            district_id: number;
            address: string;
            postal_code?: string;
            /**
             * @description Customer category code.
             * @enum {string}
             */
            category: "N" | "Y" | "D" | "1" | "2" | "3";
            line?: string;
            /** Format: email */
            email?: string;
            other?: string;
            /**
             * @description Y: active, N: not active, R: account requested, T: Storefront customer whose email address is not confirmed.
             * @default Y
             * @enum {string}
             */
            is_active?: "Y" | "N" | "R" | "T";
        };
        CreateExpenseInput: {
            title: string;
            /** @description Amount of one, in rupiah. */
            nominal: number;
            note?: string | null;
            /** @default 1 */
            qty?: number;
            /**
             * Format: date
             * @description Default: today.
             */
            date?: string;
        };
        CreateMessageTemplateInput: {
            /**
             * @description What it is for.
             * @enum {string}
             */
            type: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            /**
             * @default id
             * @enum {string}
             */
            language?: "id" | "en";
            title?: string;
            /** @description The text, with placeholders such as {%buyer%}. */
            template: string;
            /** @description Name of the template that WhatsApp has approved. */
            approved_name?: string | null;
            /** @description Its language code, such as `id`. */
            approved_language?: string | null;
            /** @description The placeholders whose values fill {{1}}, {{2}} and so on. */
            approved_placeholders?: ("shopname" | "shopphone" | "buyer" | "invoice" | "orderdate" | "products" | "total" | "paid" | "remaining" | "uniquecode" | "amount" | "bankaccounts" | "payment" | "receiver" | "courier" | "awb" | "shipdate")[];
        };
        CreateOpnameInput: {
            warehouse_id: number;
            description: string;
            stock_adjustment: {
                variation_id: number;
                /** @description Counted quantity. */
                warehouse_stock: number;
                /** @description Stock in the system when it was counted. If given, the difference is applied to the stock now, so that what was sold or received since the count is kept. Default: the stock now. */
                system_stock?: number;
            }[];
        };
        CreateOrderCostInput: {
            /** @enum {string} */
            category: "DISCOUNT" | "OTHER COST" | "OTHER" | "COST";
            name: string;
            /** @enum {string} */
            type: "NOMINAL" | "PERCENTAGE";
            nominal?: number;
            percentage?: number;
        };
        CreateOrderInput: {
            /** @description Customer who places the order. The customer category determines the prices. */
            customer_sender_id: number;
            /** @description Customer who receives the order. If it is not the sender, the order is a dropship order. */
            customer_receiver_id: number;
            /** @description Supplier from whose address the order is shipped. */
            supplier_id: number;
            /** Format: date */
            order_date: string;
            order_source_id?: number;
            /** @default  */
            note?: string;
            /** @default false */
            is_print?: boolean;
            products: {
                /** @description Product variation ID. */
                id: number;
                /** @description Quantity. */
                qty: number;
                /** @description Warehouse ID. Default: the main warehouse if it has enough stock, else the active warehouse that has the most and enough of it. */
                warehouse_id?: number;
                /**
                 * @description Product type.
                 * @enum {string}
                 */
                product_status: "S" | "R" | "PO";
                /**
                 * @description Type of the discount on this line.
                 * @enum {string}
                 */
                type?: "NOMINAL" | "PERCENTAGE";
                percentage?: number;
                nominal?: number;
                /** @description Discount per unit of the promo in `promo_id`. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo for this line. It replaces all other discounts. */
                promo_id?: number;
            }[];
            expedition: {
                /** @description Courier service ID from List courier services, or the ID of a custom courier. */
                id: number;
                /** @description Shipping cost. Required, unless `id` is a custom courier, whose fee applies then. */
                rate?: number;
                /** @description Courier name, for courier service 99 (manual input). */
                name?: string;
                /** @default false */
                auto_pickup?: boolean;
                /** @description The same as `is_cod` of the order. */
                is_cod?: boolean;
                /** @description Shipping discount of the promo. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo of type EXPEDITION for the shipping cost. */
                promo?: {
                    id: number;
                };
            };
            payment: {
                /** @enum {string} */
                status: "PAID" | "INSTALLMENT" | "UNPAID";
                /** Format: date */
                date?: string;
                bank_id?: number;
                amount?: number;
                cost_of_goods_sales?: number;
            };
            /** @description Cash on delivery: the courier collects what remains to be paid. Only for couriers that do so. */
            is_cod?: boolean;
            /** @description Coupon code, in any letter case. */
            coupon_code?: string;
            /** @default [] */
            order_cost?: {
                name: string;
                /** @enum {string} */
                category: "DISCOUNT" | "OTHER COST" | "INSURANCE";
                /** @enum {string} */
                type: "NOMINAL" | "PERCENTAGE";
                percentage?: number;
                nominal?: number;
            }[];
            awb_number?: string;
            /** @default false */
            send_sms?: boolean;
            marketplace_awb?: string;
            /**
             * @default WEB
             * @enum {string}
             */
            source?: "MOBILE" | "WEB";
        };
        CreateOrderSourceInput: {
            /** @description Marketplace ID from List marketplaces. */
            marketplace_id: number;
            note: string | null;
        };
        CreateProductCategoryInput: {
            /** @description Product category name. */
            name: string;
        };
        CreateProductInput: {
            /** @description Product name. */
            name: string;
            /**
             * @description `S`: stocked by the shop, `R`: supplied by others, `PO`: preorder.
             * @enum {string}
             */
            product_type: "S" | "R" | "PO";
            /**
             * @description Product category ID; 0: uncategorised.
             * @default 0
             */
            category_id?: number;
            /** @default  */
            description?: string;
            /** @description Required for product type PO. */
            preorder_setting?: {
                /**
                 * @description Unit of `number`.
                 * @enum {string}
                 */
                type: "day" | "week";
                /** @description Processing time in days or weeks. */
                number: number;
                /**
                 * Format: date
                 * @description First day of the preorder period.
                 */
                start_date?: string;
                /**
                 * Format: date
                 * @description Last day of the preorder period.
                 */
                end_date?: string;
            };
            /**
             * @description Discount per unit in rupiah, for customer categories that have access to discounts.
             * @default 0
             */
            discount?: number;
            /** @description Weight in grams. */
            weight?: number;
            /** @description Length of one packed unit in cm, also accepted as `length`. With width and height it gives the volumetric weight. */
            length_cm?: number | null;
            width_cm?: number | null;
            height_cm?: number | null;
            /**
             * @default false
             * @enum {string}
             */
            wholesale_status?: "Y" | "N";
            /**
             * @description 1: stock is given per warehouse.
             * @default false
             */
            is_warehouse?: boolean;
            /**
             * @default false
             * @enum {string}
             */
            publish_status?: "Y" | "N";
            /**
             * @description Y: customers see the stock in Storefront and Privor.
             * @default false
             * @enum {string}
             */
            show_stock?: "Y" | "N";
            /**
             * @description N: the product has exactly one variation. Default: Y if it has several.
             * @enum {string}
             */
            has_variation?: "Y" | "N";
            /**
             * @description Wholesale steps. Steps must not overlap.
             * @default []
             */
            wholesale?: {
                /** @description Smallest quantity of the step. */
                from: number;
                /** @description Largest quantity of the step. */
                to: number;
                /** @description Unit price. */
                price: number;
            }[];
            /** @description Variations must differ in `color` or `size`, ignoring letter case and spaces. */
            variations: {
                /** @description Unique within the shop, ignoring letter case. Generated if omitted. */
                sku?: string;
                /**
                 * @description Image URLs.
                 * @default []
                 */
                images?: string[];
                /**
                 * @description Index into `images`.
                 * @default 0
                 */
                primary_image?: number;
                /** @description Weight in grams. Default: the weight of the product. */
                weight?: number;
                /**
                 * @description Purchase price. Users who cannot see purchase prices can still set it on new products.
                 * @default 0
                 */
                price_buy?: number;
                /**
                 * @description Price for normal customers; 0: not set.
                 * @default 0
                 */
                price?: number;
                /**
                 * @description Price for the first custom customer category; 0: `price` applies.
                 * @default 0
                 */
                price1?: number;
                /** @default 0 */
                price2?: number;
                /** @default 0 */
                price3?: number;
                /** @default 0 */
                price_reseller?: number;
                /** @default  */
                size?: string;
                /** @default  */
                color?: string;
                /**
                 * @description Y: in stock. Required for product types R and PO.
                 * @enum {string}
                 */
                stock?: "Y" | "N";
                /** @description Required for product type S. */
                stock_quantity?: number;
                /**
                 * @description Stock per warehouse, used instead of `stock_quantity` when `is_warehouse` is 1.
                 * @default []
                 */
                warehouse_stock?: {
                    /** @description Warehouse ID. */
                    warehouse_id: number;
                    /** @description Stock in this warehouse. */
                    stock: number;
                }[];
            }[];
        };
        CreateProductsInput: {
            /** @description Each item has the fields of `POST /api/open/product`. */
            products: unknown[];
            /**
             * @description Create the valid products even if others are invalid.
             * @default false
             */
            partial?: boolean;
        };
        CreatePromoInput: {
            /**
             * @description `COUPON`: applies only if its code is given.
             * @enum {string}
             */
            group: "PROMO" | "COUPON";
            /**
             * @description `PRODUCT`: a discount per unit on products, `EXPEDITION`: a discount on the shipping cost.
             * @enum {string}
             */
            type: "PRODUCT" | "EXPEDITION";
            name: string;
            /** @description 3 to 20 letters and digits. Required for group COUPON and ignored otherwise. */
            coupon_code?: string;
            /**
             * @description `yyyy-mm-dd hh:mm` in the time zone of the shop; today or later.
             * @example 2026-03-10 09:00
             */
            start_date: string;
            /**
             * @description When the promo ends. Default: no end.
             * @default null
             */
            end_date?: string | null;
            limits: {
                /** @description Number of orders of one customer that can use the promo, 1 to 9; empty or `UNLIMITED`: no limit. */
                usage_per_customer?: number;
                /** @description Number of orders that can use the promo; empty or `UNLIMITED`: no limit. Cannot be less than the number of orders that already use it. */
                promo_limit?: number;
                /** @description Minimum number of units of the promo's products in the order. */
                minimum_product?: number;
                /** @description Minimum value of the products in the order, in rupiah. */
                minimum_transaction?: number;
            };
            is_active: boolean;
            /** @description Customer category codes. */
            customer_categories: ("N" | "Y" | "D" | "1" | "2" | "3")[];
            all_products: boolean;
            selected_items: {
                /** @description Product IDs. Required for type PRODUCT unless `all_products` is set. An EXPEDITION promo without products applies to all products. */
                products?: number[];
                platforms: ("ORDER_APP" | "PROMO" | "PRIVOR" | "STOREFRONT" | "QUICK_ORDER")[];
                /** @description IDs from List courier services, custom couriers among them. Required for type EXPEDITION and ignored otherwise. */
                couriers?: number[];
            };
            discount: {
                /** @enum {string} */
                type: "PERCENTAGE" | "NOMINAL";
                /** @description For PERCENTAGE: 1 to 100. Otherwise: rupiah per unit, or off the shipping cost. */
                amount: number;
                /** @description Maximum discount of a PERCENTAGE per unit, or on the shipping cost; empty or 0: no maximum. Not required for NOMINAL. */
                max_nominal?: number;
            };
        };
        CreateSupplierInput: {
            /** @description Supplier name. */
            name: string;
            /** @description District ID from Search districts. Official codes are accepted too. */
            district_id: number;
            /** @description Street address of the supplier. `addess` is accepted too. */
            address: string;
            /**
             * @description Supplier phone number.
             * @example 081234567890
             */
            phone: string;
            /**
             * @description Description of the supplier.
             * @default
             */
            description?: string;
        };
        CreateTransferInput: {
            origin_warehouse_id: number;
            destination_warehouse_id: number;
            description: string;
            stock_adjustment: {
                variation_id: number;
                transfer_stock: number;
            }[];
        };
        CreateViewInput: {
            /**
             * @description The list that it is of.
             * @enum {string}
             */
            list: "orders" | "closed_orders" | "products" | "customers" | "parcels" | "returns" | "payments" | "mutations" | "messages" | "expenses";
            title: string;
            /**
             * @description The filters as the query string of the list has them: `payment_status=UNPAID&order_by=PAYMENT_DATE`.
             * @default
             */
            query?: string;
            /**
             * @description For everybody in the shop. Owners and admins only.
             * @default false
             */
            is_shared?: boolean;
        };
        CreateWarehouseInput: {
            /** @description Name, unique within the shop, ignoring letter case. */
            warehouse: string;
            /** @description Supplier at whose address the warehouse is located. */
            supplier_id: number;
            /**
             * @description IDs of the users assigned to the warehouse. Users with the role `warehouse` see only their assigned warehouses.
             * @default []
             */
            user_id?: number[];
            /**
             * @description An inactive warehouse keeps its stock, but orders cannot use it.
             * @default true
             */
            is_active?: boolean;
        };
        CreateWebhookInput: {
            /** @description Where events are sent: an https address that the internet can reach. */
            url: string;
            /**
             * @description What it is for.
             * @default
             */
            description?: string;
            /** @description Types of events to send. Default: all, including future ones. */
            event_types?: ("order.created" | "order.updated" | "order.confirmed" | "order.rejected" | "order.expired" | "order.canceled" | "order.reactivated" | "order.deleted" | "order.paid" | "payment.received" | "payment.removed" | "shipment.updated" | "shipment.returned" | "stock.changed" | "customer.created" | "customer.updated" | "customer.deleted" | "product.created" | "product.updated" | "product.deleted")[];
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        CustomCourier: {
            id: number;
            name: string;
            fee: number;
            /** @description Whether it collects cash on delivery. */
            is_cod: boolean;
        };
        CustomCourierSaved: {
            id: number;
        };
        Customer: {
            id: number;
            name: string;
            name_initial: string;
            phone: string;
            /** @description Full address on one line, with district, city and province. */
            address: string;
            postal_code: string | null;
            district_id: number | null;
            district: string | null;
            city: string | null;
            province: string | null;
            email: string | null;
            line: string | null;
            other: string | null;
            category_code: string;
            category: string;
            /** @description Y: active, N: not active, R: account requested, T: email address not confirmed. */
            is_active: string;
            /** @description 0: no account, 1: has an account, 4: blocked, T or R: as in `is_active`. */
            registration_status: string;
            /** @description The address as stored, without the district. This is the value to send when you update the address. */
            street_address: string;
            /** @description OrderPay balance in rupiah: what the shop owes the customer for cancelled orders that were paid. */
            balance_idr: number;
            created_at: string;
            last_order_at: string | null;
        };
        CustomerCategory: {
            id: number;
            code: string;
            category_name: string;
            status: string;
            discount_access: boolean;
            wholesale_access: boolean;
        };
        CustomerCategoryCreated: {
            id: number;
            category_name: string;
            code: string;
            status: string;
            /** @enum {string} */
            discount_access: "0" | "1";
            /** @enum {string} */
            wholesale_access: "0" | "1";
        };
        CustomerCategoryShare: {
            total_order: number;
            category: string;
            category_name: string;
            gross_sales: number;
        };
        CustomerChanged: {
            customer_id: number;
            name: string;
        };
        CustomerCreated: {
            customer_id: number;
            name: string;
            /** @description Customers of the shop with the same phone number, at most five. */
            duplicates: {
                customer_id: number;
                name: string;
            }[];
            /** @description Total number of customers with the same phone number. */
            duplicates_total: number;
        };
        CustomerMessageTemplate: {
            id: number;
            /** @enum {string} */
            type: "CUSTOM_NOTIFICATION" | "PROMO";
            title: string;
            template: string;
        };
        CustomerMessagesSent: {
            /** @description As the customer receives it; of several, the first. */
            text: string;
            /** @description The vendor’s ID of the message; empty while it is not known. */
            msid: string;
            /** @description 1: accepted. */
            status: number;
            /** @description For GET /api/open/message/broadcast/{id}: what becomes of each. */
            broadcast_id: number;
            receivers: number;
            /** @description Customers who want no promos, have no phone number that can be used, or share one. */
            skipped: number;
        };
        CustomerOrder: {
            order_id: number;
            po_number: number;
            date: string;
            total_price: number;
            product_status: string;
            order_detail: {
                product_name: string;
                total: string;
            }[];
            /** @description Number of units in the order. */
            items: number;
        };
        CustomersOfMonth: {
            total: number;
            date: string;
        };
        DecideGatewayPaymentInput: {
            /** @description ID of the gateway payment. */
            id: number;
            /**
             * @description `BALANCE`: it becomes balance of the customer. `RETURNED`: the shop has given it back outside of this system.
             * @enum {string}
             */
            action: "BALANCE" | "RETURNED";
        };
        DecideMessagesInput: {
            /** @description Message IDs. */
            ids: number[];
            /**
             * @description `SENT`: it was sent (of one whose link was opened, or that is unknown). `SEND_AGAIN`: send it, of one that failed or is unknown. `DROP`: it is not sent.
             * @enum {string}
             */
            decision: "SENT" | "SEND_AGAIN" | "DROP";
        };
        DeleteInstallmentInput: {
            /** @description Payment to delete. Default: the latest payment. */
            payment_id?: number;
        };
        DeleteProductsInput: {
            /** @description Product IDs. */
            id: number[];
        };
        DeleteVariationsInput: {
            /** @description Product variation IDs. */
            id: number[];
        };
        DeleteWebhookInput: {
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        EndSessionInput: {
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        Error: {
            request_id: string;
            /** @enum {string} */
            response: "Failed";
            message: string | {
                [key: string]: (string | number)[];
            };
            data: null;
            code: string;
            docs: string;
            /** @description Number of further faults beyond the 200 listed in `message`. */
            more_faults?: number;
        };
        ExpeditionShare: {
            expedition_id: number;
            expedition_name: string;
            amount: number;
            orders: number;
        };
        Expense: {
            id: number;
            title: string;
            nominal: number;
            qty: number;
            total: number;
            note: string;
            date: string;
            /** @description Who recorded it. */
            user: string;
        };
        ExpenseDeleted: {
            id: number;
        };
        ExpenseSaved: {
            id: number;
            title: string;
        };
        GatewayBankAccount: {
            id: number;
            name: string;
            holder_name: string;
            bank_number: string | null;
            image: string;
        };
        GatewayPaymentDecided: {
            id: number;
            /** @enum {string} */
            action: "BALANCE" | "RETURNED";
        };
        GeneratedSku: {
            name: string;
            color: string;
            size: string;
            sku: string;
            old_sku: string;
        };
        Home: {
            counted_at: string;
            /** @description In the order in which it is done. Kinds that your role cannot read are left out. */
            work: components["schemas"]["WorkOfNow"][];
            /** @description What a new shop does up to its first order: an address with its district that parcels leave from (ORIGIN), couriers, a bank account, a product, an order. Steps that your role cannot do are left out. null: nothing is left to do. */
            setup: {
                /** @enum {string} */
                step: "ORIGIN" | "COURIERS" | "BANK_ACCOUNT" | "PRODUCT" | "ORDER";
                is_done: boolean;
            }[] | null;
            /** @description null if your role cannot read reports. */
            today: {
                date: string;
                /** @description Accepted orders of the day. */
                orders: number;
                /** @description Units of them. */
                items: number;
                net_sales: number;
                /** @description null if your role cannot see costs. */
                gross_profit: number | null;
                /** @description The same weekday of last week. Orders have no time of the day: it is the whole day. */
                last_week: {
                    date: string;
                    /** @description Accepted orders of the day. */
                    orders: number;
                    /** @description Units of them. */
                    items: number;
                    net_sales: number;
                    /** @description null if your role cannot see costs. */
                    gross_profit: number | null;
                };
            } | null;
            /** @description The last 30 days with today, the oldest first; `opens` lists the orders of each, with `net_sales` as its `total`. null if your role cannot read reports. */
            days: {
                date: string;
                /** @description Accepted orders of the day. */
                orders: number;
                /** @description Units of them. */
                items: number;
                net_sales: number;
                /** @description null if your role cannot see costs. */
                gross_profit: number | null;
                opens: components["schemas"]["OpenedList"];
            }[] | null;
        };
        IgnoreMutationInput: {
            /** @description What it is, if it is no payment. */
            reason: string;
        };
        ImportCodPayoutInput: {
            /** @description .xlsx or .csv of at most 10000 rows, with columns for the AWB number or PO number and the net amount, by their usual titles in Indonesian or English; COD amount, fee and date are read too. */
            file: unknown;
            /** @description JSON with the titles of columns that are not recognised by themselves, such as `{"awb_number": "Judul Kolom"}`; null: the column is not read. Keys: awb_number, po_number, cod_idr, fee_idr, net_idr, paid_on. */
            columns?: {
                awb_number?: string | null;
                po_number?: string | null;
                cod_idr?: string | null;
                fee_idr?: string | null;
                net_idr?: string | null;
                paid_on?: string | null;
            };
            /** @description Courier or aggregator that pays out, such as `sicepat`. */
            courier: string;
            /** @description Bank ID of the account on which the money came in. Without it, the vendor keeps the money until it is withdrawn. */
            bank_id?: number;
            /**
             * Format: date
             * @description Day on which the money came in. Default: today.
             */
            paid_on?: string;
        };
        ImportOpnameInput: {
            /** @description The completed template, as .xlsx or .csv, at most 2 MB. */
            file: unknown;
            description?: string;
            /**
             * @description Import the valid rows even if others are invalid.
             * @default false
             */
            partial?: boolean;
        };
        InvitationAccepted: {
            shop_id: number;
            user_id: number;
            email: string;
        };
        InviteUserInput: {
            /** Format: email */
            email: string;
            full_name: string;
            /** @example 081234567890 */
            phone_number?: string;
            /** @enum {string} */
            role: "owner" | "admin" | "warehouse";
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        IssueBuyerCodeInput: {
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        IssuedCode: {
            /** @description What the customer signs in with: the email. */
            account: string;
            /** @description Shown only this once. */
            code: string;
            valid_minutes: number;
        };
        Job: {
            id: number;
            /** @description Kind of job, for example `download-products`. */
            name: string;
            /** @enum {string} */
            status: "QUEUED" | "RUNNING" | "SUCCESS" | "FAILED";
            progress: {
                done: number;
                /** @description null until the amount of work is known. */
                total: number | null;
                percent: number | null;
            };
            /** @description Number of runs started. A run that is interrupted is followed by another. */
            attempts: number;
            /** @description Only owners see the results of other users' jobs; for everyone else these are null. */
            result: {
                [key: string]: unknown;
            } | null;
            /** @description Why the job failed. */
            errors: {
                code: string;
                field: string | null;
                message: string;
            }[];
            /** @description User who requested the job. */
            user_id: number;
            created_at: string;
            started_at: string | null;
            finished_at: string | null;
        };
        JournalCode: {
            account: string;
            bank_id: number;
            title: string;
            code: string;
            /** @description Whether the shop has set it. */
            is_own: boolean;
        };
        ListStoreRatesInput: {
            /** @description District ID of the receiver, from Search districts. */
            district_id: number;
            products: {
                /** @description Variation ID. */
                id: number;
                qty: number;
            }[];
            /**
             * @description Only services that collect cash on delivery.
             * @default false
             */
            is_cod?: boolean;
        };
        LoggedIn: {
            token: string;
            expires_at: string;
        };
        LoginInput: {
            /** Format: email */
            email: string;
            password: string;
        };
        Mail: {
            id: number;
            recipient: string;
            subject: string;
            /** @description Empty where it held a code or a link and has been sent. */
            body: string;
            /**
             * @description KEPT: no mail server is configured, so the mail can only be read here.
             * @enum {string}
             */
            status: "WAITING" | "SENT" | "FAILED" | "KEPT";
            /** @description Reply of the mail server if it refused the mail. */
            reply: string | null;
            created_at: string;
            sent_at: string | null;
        };
        MakePickListInput: {
            /** @description Order IDs. The pages are in the same order. */
            order_ids: number[];
            /**
             * @default JSON
             * @enum {string}
             */
            format?: "JSON" | "PDF";
        };
        MapImportColumnsInput: {
            /** @description Columns that are not listed stay as they are. */
            columns: {
                /** @description Number of the column, from 1 on. */
                column: number;
                /** @description One of the values of `read_as` of an import column; null: the column is not read. */
                read_as?: string | null;
            }[];
        };
        Marketplace: {
            marketplace_id: number;
            marketplace_name: string;
        };
        MatchMutationInput: {
            /** @description A payment of a buyer by transfer. It takes its whole amount of the mutation, or, as unique codes are forgotten, what is there, if that covers its orders. */
            payment_id?: number;
            /** @description Accepted orders that it pays. What is left of the mutation waits on. */
            orders?: {
                order_id: number;
                /** @description Default: what remains to be paid of the order, at most what is left of the mutation. */
                amount?: number;
            }[];
        };
        Me: {
            user: {
                id: number;
                full_name: string;
                email: string;
                phone_number: string;
                role: string;
            };
            shop: {
                id: number;
                name: string;
                subdomain: string;
                time_zone: string;
            };
            /** @enum {string} */
            signed_in_by: "SESSION" | "API_KEY";
            permissions: string[];
        };
        MergeShipmentsInput: {
            /** @description Order ID. */
            order_id: number;
        };
        Message: {
            id: number;
            /** @enum {string} */
            type: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            /** @enum {string} */
            state: "WAITING" | "HELD" | "SENDING" | "LINK" | "SENT" | "DELIVERED" | "READ" | "FAILED" | "UNKNOWN" | "SKIPPED" | "STOPPED";
            /** @description Why it failed, was left out, or waits. */
            reason: string | null;
            reason_text: string | null;
            customer_id: number;
            customer_name: string;
            phone: string;
            order_id: number | null;
            broadcast_id: number | null;
            is_automatic: boolean;
            vendor: ("link" | "woowa" | "whatsapp" | "outbox") | null;
            /** @description As it left; null while it waits. */
            text: string | null;
            /** @description Of a message that a person is to send: opens WhatsApp with the text. */
            link: string | null;
            created_at: string;
            /** @description When it may leave at the earliest, of one that waits: after the quiet hours. */
            leaves_at: string | null;
            sent_at: string | null;
            delivered_at: string | null;
            read_at: string | null;
        };
        MessageBroadcast: {
            id: number;
            /** @enum {string} */
            source: "CUSTOMERS" | "CATEGORY" | "ASLEEP" | "UNPAID";
            category: string | null;
            days: number | null;
            /** @enum {string} */
            type: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            template: string;
            /** @enum {string} */
            vendor: "link" | "woowa" | "whatsapp" | "outbox";
            cost_each: number;
            /** @enum {string} */
            state: "PREPARING" | "RUNNING" | "PAUSED" | "STOPPED" | "DONE";
            total: number;
            created_by: number;
            created_at: string;
            ended_at: string | null;
            counts: {
                waiting: number;
                held: number;
                link: number;
                /** @description Taken by the vendor, with those that were delivered and read. */
                sent: number;
                delivered: number;
                read: number;
                failed: number;
                /** @description Whether they were sent is not known: a person decides. */
                unknown: number;
                skipped: number;
                stopped: number;
            };
        };
        MessageBroadcastPreview: {
            /** @description How many would receive it. */
            receivers: number;
            skipped: {
                opted_out: number;
                no_phone: number;
                duplicate_number: number;
            };
            /** @enum {string} */
            vendor: "link" | "woowa" | "whatsapp" | "outbox";
            /** @description What the vendor would charge, in rupiah. */
            cost: number;
            /** @description How long it takes at the pace of the vendor, without quiet hours. */
            minutes: number;
            /** @description As the first receiver would have it. */
            text: string;
        };
        MessageBroadcastRow: {
            id: number;
            /** @enum {string} */
            source: "CUSTOMERS" | "CATEGORY" | "ASLEEP" | "UNPAID";
            category: string | null;
            days: number | null;
            /** @enum {string} */
            type: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            template: string;
            /** @enum {string} */
            vendor: "link" | "woowa" | "whatsapp" | "outbox";
            cost_each: number;
            /** @enum {string} */
            state: "PREPARING" | "RUNNING" | "PAUSED" | "STOPPED" | "DONE";
            total: number;
            created_by: number;
            created_at: string;
            ended_at: string | null;
        };
        MessageBroadcastStarted: {
            id: number;
            /** @enum {string} */
            state: "PREPARING" | "RUNNING" | "PAUSED" | "STOPPED" | "DONE";
            receivers: number;
            skipped: number;
            cost: number;
            text: string;
        };
        MessageConnection: {
            /** @enum {string} */
            vendor: "woowa" | "whatsapp";
            name: string;
            /** @description The last characters of the key; null: not connected. */
            key: string | null;
            /** @description Of Woowa. */
            address: string | null;
            /** @description Of WhatsApp Cloud API: the ID of the phone number. */
            sender: string | null;
            /** @description Why the vendor did not answer when the key was saved. */
            problem: string | null;
            created_at: string | null;
        };
        MessageConnectionRemoved: {
            /** @enum {string} */
            vendor: "woowa" | "whatsapp";
        };
        MessageConnectionSaved: {
            /** @enum {string} */
            vendor: "woowa" | "whatsapp";
            name: string;
            key: string;
            problem: string | null;
            created_at: string;
            /** @description Of `whatsapp`: enter it as callback URL of the webhook. Shown only once, in this response. */
            callback_url: string | null;
            /** @description Enter it beside the callback URL. */
            verify_token: string | null;
        };
        MessageFollowup: {
            /** @enum {string} */
            kind: "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            title: string;
            is_on: boolean;
            /** @description Of the reminder: how many hours after the order. Others are sent at once. */
            after_hours: number | null;
            enabled_at: string | null;
        };
        MessageOptOut: {
            customer_id: number;
            name: string;
            phone: string;
            /**
             * @description Who said it.
             * @enum {string}
             */
            source: "CUSTOMER" | "STAFF";
            created_at: string;
        };
        MessageOptOutSet: {
            customer_id: number;
            /** @description Whether the customer receives no promos: also where another customer with the number wants none. */
            opted_out: boolean;
        };
        MessagePlaceholder: {
            /** @description As it is written in a template. */
            placeholder: string;
            name: string;
            description: string;
            example: string;
            types: ("CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE")[];
        };
        MessagePreview: {
            text: string;
            characters: number;
            order_id: number | null;
        };
        MessageSettings: {
            /** @enum {string} */
            vendor: "link" | "woowa" | "whatsapp" | "outbox";
            vendor_name: string;
            /**
             * @description Of messages that are sent by themselves.
             * @enum {string}
             */
            language: "id" | "en";
            /** @description Nothing is sent by itself from then on, in the time zone of the shop … */
            quiet_from: string;
            /** @description … until then. */
            quiet_until: string;
            /** @description Messages that leave per minute at most. */
            per_minute: number;
            /** @description What the vendor charges for a message, in rupiah. */
            cost: number;
            /** @description Why nothing leaves at the moment. */
            problem: string | null;
            paused_until: string | null;
            connections: components["schemas"]["MessageConnection"][];
        };
        MessageTemplate: {
            id: number;
            /** @enum {string} */
            type: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            /** @enum {string} */
            language: "id" | "en";
            title: string;
            template: string;
            /** @description Name of the same template as WhatsApp has approved it. */
            approved_name: string | null;
            approved_language: string | null;
            approved_placeholders: string[];
            updated_at: string;
        };
        MessageTemplateReference: {
            id: number;
            /** @enum {string} */
            type: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
        };
        MessagesDecided: {
            /** @enum {string} */
            decision: "SENT" | "SEND_AGAIN" | "DROP";
            /** @description Messages that were changed. */
            ids: number[];
        };
        MutationConnection: {
            bank_id: number;
            bank_name: string;
            account_number: string;
            /** @enum {string} */
            provider: "moota" | "mutasibank";
            /** @description Name of the service. */
            name: string;
            created_at: string;
            /** @description When the service has called last. */
            received_at: string | null;
        };
        MutationConnectionSaved: {
            bank_id: number;
            bank_name: string;
            account_number: string;
            /** @enum {string} */
            provider: "moota" | "mutasibank";
            /** @description Name of the service. */
            name: string;
            created_at: string;
            /** @description When the service has called last. */
            received_at: string | null;
            /** @description Enter it as webhook at the service. Shown only once, in this response. */
            callback_url: string;
        };
        MutationImport: {
            id: number;
            bank_id: number;
            file_name: string;
            /**
             * @description READY: a preview, of which nothing is recorded yet.
             * @enum {string}
             */
            status: "READY" | "APPLYING" | "APPLIED" | "UNDOING" | "UNDONE";
            /** @description The columns of the file that were recognised, and as what they are read. */
            columns: {
                title: string;
                read_as: string;
            }[];
            counts: {
                rows: number;
                /** @description Number of rows that are recorded when the import is applied. */
                new: number;
                /** @description Number of rows that are recorded already, by another statement or a mutation service. */
                known: number;
                /** @description Number of rows that cannot be read. */
                wrong: number;
                /** @description Number of rows that are no transactions, such as totals. */
                passed_over: number;
                recorded: number;
                undone: number;
                /** @description Number of rows that could not be undone: they were matched, or another source has shown them too. */
                kept: number;
            };
            /** @description Sum of what comes in by the rows that are not known. */
            credit: number;
            /** @description Sum of what goes out by them. */
            debit: number;
            /** @description See `GET /api/account/job/{id}`. */
            job_id: number | null;
            user_id: number;
            created_at: string;
            applied_at: string | null;
            undone_at: string | null;
        };
        MutationImportRow: {
            /** @description Row number in the file, as a spreadsheet shows it. */
            row: number;
            /** @enum {string} */
            outcome: "NEW" | "KNOWN" | "WRONG" | "PASSED_OVER" | "RECORDED" | "UNDONE" | "KEPT";
            /** @description What stands in the row. */
            text: string;
            date: string | null;
            /** @description Time of the transaction in the time zone of the shop, if the statement has it. */
            time: string | null;
            type: ("CREDIT" | "DEBIT") | null;
            amount: number | null;
            description: string | null;
            balance: number | null;
            /** @description The bank has not booked it yet. */
            is_pending: boolean;
            /** @description The mutation that it is recorded as. */
            mutation_id: number | null;
            /** @description Why the row is not recorded, or was not undone. */
            reason: {
                code: string;
                text: string;
            } | null;
        };
        Notification: {
            id: string;
            /** @enum {string} */
            type: "ACTIVITY" | "NEWS";
            title: string;
            /** @description HTML in which nothing but `<strong>` is markup. */
            content: string;
            /** @description The same as plain text. */
            body: string;
            icon: string;
            web_path: string | null;
            /** @description The operation that handles it, and the ID that it takes. News has none. */
            action: {
                data_id: number;
                type: string;
                api_path: string;
            } | null;
            is_read: boolean;
            time_ago: string;
            created_at: string;
        };
        OpenedList: {
            /** @description For example `listOrders`. */
            operation: string;
            path: string;
            /** @description Its filters. A page is chosen besides. */
            query: {
                [key: string]: string;
            };
        };
        Order: {
            order_id: number;
            po_number: number;
            shop_id: number;
            order_date: string;
            total_amount: number;
            note: string;
            order_progress_status: string;
            order_status: string;
            order_category: string;
            payment_status: string;
            payment_date: string | null;
            shopee: null;
            created_at: string;
            updated_at: string;
            invoice: string;
            /** @description null if your role cannot see payments. */
            remaining_amount: number | null;
            shipping_rate: string;
            shipping_logistic: string;
            order_source: string;
            other_cost_amount: number;
            created_by_name: string | null;
            updated_by_name: string | null;
            awb_number: string | null;
            sender_name: string;
            sender_address: string;
            receiver_name: string;
            receiver_address: string;
            /** @description Chargeable weight in kilograms. */
            weight: number;
            origin_name: string;
            origin_address: string;
            cost_of_goods_sold: number | null;
            /** @description What is left of the order; null if your role cannot see costs. */
            profit: number | null;
            products: {
                product_meta_id: number;
                name: string;
                price: number;
                quantity: number;
                sku: string;
            }[];
        };
        OrderConfirmation: {
            id: number;
            orders: {
                id: number;
                /** @enum {string} */
                action: "ACCEPT" | "REJECT";
            }[];
        };
        OrderCost: {
            order_cost_id: string;
            /** @description Always `Diskon Order`. Use `category` to distinguish discounts from costs. */
            title: string;
            /** @enum {string} */
            category: "DISCOUNT" | "OTHER COST";
            /** @enum {string} */
            type: "NOMINAL" | "PERCENTAGE";
            name: string;
            percentage: number;
            nominal: number;
        };
        OrderCostSaved: {
            order_cost_id: string;
            name: string;
        };
        OrderDetail: {
            order_id: number;
            po_number: number;
            shop_id: number;
            order_date: string;
            total_amount: number;
            note: string;
            order_progress_status: string;
            order_status: string;
            order_category: string;
            payment_status: string;
            payment_date: string | null;
            shopee: null;
            created_at: string;
            updated_at: string;
            invoice: string;
            /** @description null if your role cannot see payments. */
            remaining_amount: number | null;
            shipping_rate: string;
            shipping_logistic: string;
            order_source: string;
            other_cost_amount: number;
            created_by_name: string | null;
            updated_by_name: string | null;
            awb_number: string | null;
            /** @description Number of the latest entry of its history; an edit with it is refused if the order has changed. */
            version: number;
            shipping_status: string;
            sender: {
                id: number;
                name: string;
                phone: string;
                address: string;
                postal_code: string | null;
                district_id: number | null;
                district: string | null;
                city_id: number | null;
                city: string | null;
                province_id: number | null;
                province: string | null;
                email: string | null;
                line: string | null;
                region: string | null;
                other: string | null;
                category_code?: string;
                category: string;
            };
            receiver: {
                id: number;
                name: string;
                phone: string;
                address: string;
                postal_code: string | null;
                district_id: number | null;
                district: string | null;
                city_id: number | null;
                city: string | null;
                province_id: number | null;
                province: string | null;
                email: string | null;
                line: string | null;
                region: string | null;
                other: string | null;
                category_code?: string;
                category: string;
            };
            shipping_id: number;
            shipping_cost: number;
            /** @description Shipping discount of the promo. */
            shipping_discount: number;
            shipping_promo_id: number | null;
            /** @description How many parcels it has. */
            shipment_count: number;
            /** @description Cash on delivery. */
            is_cod: boolean;
            /** @description Weight in kilograms. */
            weight: number;
            estimated_ship_date: string | null;
            product_status: string;
            cost_of_goods_sales: number | null;
            /** @description What returned parcels cost: shipping, fees, and damaged or missing products. */
            return_cost: number | null;
            profit: {
                /** @description The goods at their prices. */
                goods: number;
                /** @description All discounts and promos on goods. */
                discount: number;
                cost_of_goods: number;
                /** @description What the customer pays for shipping, less its promo. */
                shipping_charged: number;
                /** @description What the courier gets. */
                shipping_paid: number;
                /** @description false: the shipping cost of the order is taken for it. */
                is_shipping_paid_set: boolean;
                /** @description COD fee, and what the courier charged for a COD parcel that came back. */
                cod_charges: number;
                gateway_fee: number;
                marketplace_fee: number;
                /** @description What giving the money back cost. */
                refund_fee: number;
                /** @description Shipping, fees, and damaged or missing products of returned parcels. */
                return_cost: number;
                /** @description `goods` − `discount` + `shipping_charged` less all others. Other costs and insurance are passed on, and not part of it. An order that is not active sold nothing. */
                profit: number;
            } | null;
            order_source_id: number | null;
            order_cost: {
                name: string;
                category: string;
                nominal: number;
                percentage: number;
                type: string;
            }[];
            origin: {
                id: number;
                name: string;
                location: string;
                phone: string;
                address: string;
                note: string;
                city_id: number | null;
                is_shipper_active: boolean;
            };
            order_detail: {
                variation_id: number;
                qty: number;
                price: number;
                warehouse_id: number;
                warehouse_stock_id: number;
                name: string;
                sku: string;
                type: string | null;
                /** @description Discount per unit. */
                nominal: number;
                percentage: number;
                promo_id: number | null;
                variation_detail: {
                    variation_id: number;
                    product_id: number;
                    name: string;
                    /** @enum {string} */
                    product_type: "S" | "R" | "PO";
                    /** @enum {string} */
                    publish_status: "Y" | "N";
                    stock_quantity: number;
                    sku: string;
                    image: string;
                    thumbnail: string;
                    discount: number;
                    color: string;
                    size: string;
                    /** @description Weight in grams. */
                    weight: number;
                    category_id: number;
                    created_at: string;
                    price: number;
                    price1: number;
                    price2: number;
                    price3: number;
                    price_reseller: number;
                    /** @description null if your role cannot see purchase prices. */
                    price_buy: number | null;
                    /** @enum {string} */
                    wholesale_status: "Y" | "N";
                    is_warehouse: number;
                    warehouse_stock: components["schemas"]["WarehouseLevel"][];
                };
            }[];
        };
        OrderEditPreview: {
            order_id: number;
            /** @description Version of the order that the edit was tried on. */
            version: number;
            before: {
                /** @description Sum of all lines. */
                goods: number;
                shipping: number;
                shipping_discount: number;
                other_cost: number;
                insurance: number;
                /** @description Discounts on the order as a whole. */
                discount: number;
                total: number;
                paid: number;
                remaining: number;
                payment_status: string;
                /** @description Weight in grams. */
                weight: number;
                lines: {
                    variation_id: number;
                    warehouse_id: number;
                    name: string;
                    sku: string;
                    qty: number;
                    price: number;
                    /** @description Discount per unit. */
                    discount: number;
                    subtotal: number;
                    promo_id: number | null;
                }[];
                order_cost: {
                    name: string;
                    category: string;
                    amount: number;
                }[];
            };
            after: {
                /** @description Sum of all lines. */
                goods: number;
                shipping: number;
                shipping_discount: number;
                other_cost: number;
                insurance: number;
                /** @description Discounts on the order as a whole. */
                discount: number;
                total: number;
                paid: number;
                remaining: number;
                payment_status: string;
                /** @description Weight in grams. */
                weight: number;
                lines: {
                    variation_id: number;
                    warehouse_id: number;
                    name: string;
                    sku: string;
                    qty: number;
                    price: number;
                    /** @description Discount per unit. */
                    discount: number;
                    subtotal: number;
                    promo_id: number | null;
                }[];
                order_cost: {
                    name: string;
                    category: string;
                    amount: number;
                }[];
            };
            /** @description Stock that the edit moves. */
            stock: {
                variation_id: number;
                name: string;
                sku: string;
                warehouse_id: number;
                warehouse: string;
                /** @description Positive: units that return to the warehouse; negative: units that leave it. */
                delta: number;
                /** @description Units in the warehouse after the edit. */
                left: number;
            }[];
        };
        OrderMessage: {
            /** @description ID of the template; 0 where the shop has deleted its own. */
            id: number;
            /** @enum {string} */
            type: "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE" | "PROMO";
            title: string;
            customer_phone: string;
            message: string;
            /** @description Opens WhatsApp with this message; null without a usable phone number. */
            link: string | null;
        };
        OrderMessageSent: {
            /** @description As the customer receives it; of several, the first. */
            text: string;
            /** @description The vendor’s ID of the message; empty while it is not known. */
            msid: string;
            /** @description 1: accepted. */
            status: number;
            message_id: number;
            /** @enum {string} */
            state: "WAITING" | "LINK";
            /** @description Without a vendor, this link has to be opened to send the message. */
            link: string | null;
        };
        OrderOfReport: {
            order_id: number;
            po_number: number;
            invoice: string;
            order_date: string;
            sender_name: string;
            order_category: string;
            source: string;
            user_id: number;
            user_name: string;
            logistic_name: string;
            payment_status: string;
            gross_sales: number;
            unpaid: number;
            postage: number;
            order_cost: number;
            discount: number;
            net_sales: number;
            cost_of_goods: number | null;
            gross_profit: number | null;
            /** @description What the order adds to the figure. */
            value: number;
        };
        OrderPackagesInput: {
            /** @description Codes of the packages from `GET /api/open/billing/packages`, one of each class at most. */
            packages: string[];
        };
        OrderPayBalance: {
            total: number;
            withdrawal_allowed: number;
            onhold_total: number;
            /** @description Paid for orders that have not been delivered. */
            balance_onhold: number;
            /** @description Of withdrawals that have not been paid. */
            withdrawal_onhold: number;
        };
        OrderPayment: {
            payment_id: number;
            bank_id: string;
            bank_name: string;
            account_number: string;
            paid_at: string;
            created_at: string;
            nominal: string;
            status: string;
        };
        OrderRecord: {
            _id: string;
            order_id: number;
            po_number: number;
            shop_id: number;
            order_date: string;
            total_amount: number;
            note: string;
            order_progress_status: string;
            order_status: string;
            order_category: string;
            payment_status: string;
            payment_date: string | null;
            shopee: null;
            created_at: string;
            updated_at: string;
            customer: {
                id: number;
                name: string;
                phone: string;
                address: string;
                postal_code: string | null;
                district_id: number | null;
                district: string | null;
                city_id: number | null;
                city: string | null;
                province_id: number | null;
                province: string | null;
                email: string | null;
                line: string | null;
                /** @description Customer category. For the sender: the category that determined the prices. */
                type: string;
            };
            /** @description The sender, if the order has a different receiver. */
            dropshipper: {
                id: number;
                name: string;
                phone: string;
                address: string;
                postal_code: string | null;
                district_id: number | null;
                district: string | null;
                city_id: number | null;
                city: string | null;
                province_id: number | null;
                province: string | null;
                email: string | null;
                line: string | null;
                /** @description Customer category. For the sender: the category that determined the prices. */
                type: string;
            } | null;
            receiver: {
                id: number;
                name: string;
                phone: string;
                address: string;
                postal_code: string | null;
                district_id: number | null;
                district: string | null;
                city_id: number | null;
                city: string | null;
                province_id: number | null;
                province: string | null;
                email: string | null;
                line: string | null;
                /** @description Customer category. For the sender: the category that determined the prices. */
                type: string;
            };
            shipping: {
                id: string;
                rate_name: string;
                logistic_name: string;
                cost: number;
            };
            /** @description Weight in kilograms. */
            weight: number;
            origin: {
                id: number;
                name: string;
                location: string;
                phone: string;
                address: string;
                note: string;
                city_id: number | null;
                is_shipper_active: string;
            };
            payment: {
                payment_histoy: {
                    id: number;
                    payment_id: null;
                    order_id: number;
                    description: string;
                    nominal: number;
                    payment_fee: null;
                    bank: {
                        origin: {
                            id: null;
                            account_name: null;
                            account_number: null;
                            transfer_image: null;
                        };
                        destination: {
                            id: number;
                            bank_name: string;
                        };
                    };
                    note: null;
                    pg_provider: string;
                    va_no: null;
                    is_confirmed: number;
                    type: number;
                    is_installment_first: null;
                    created_by: number | null;
                    updated_by: null;
                    /** @description Start of the day on which the order was paid. */
                    paid_at: {
                        $date: {
                            $numberLong: string;
                        };
                    };
                }[];
            };
            cost_of_goods_sold: number | null;
            order_source: string | null;
            order_cost: {
                category: string;
                description: string;
                nominal: number;
                percentage: number;
                is_percentage: boolean;
            }[];
            awb: {
                /** @description When the AWB number was entered. */
                update_at: {
                    $date: {
                        $numberLong: string;
                    };
                };
                number: string;
            } | null;
            discount_amount: number;
            order_cost_amount: number;
            coupon: {
                id: number;
                name: string;
                coupon_code: string;
                /** @description Amount taken off the order. */
                nominal: number;
            } | null;
            is_printed: boolean;
            is_shipper_order: boolean;
            is_note_print: boolean;
            is_private_order: boolean;
            products: {
                product_meta_id: number;
                name: string;
                category: {
                    id: number;
                    name: string;
                };
                description: string;
                product_status: string;
                price: string;
                cost_of_goods_sold: string | null;
                quantity: string;
                discount_nominal: string;
                discount_percentage: number;
                is_warehouse: boolean;
            }[];
            created_by: {
                id: number;
                name: string;
                email: string;
            } | null;
            updated_by: {
                id: number;
                name: string;
                email: string;
            } | null;
        };
        OrderReference: {
            order_id: number;
            po_number: number;
        };
        OrderSource: {
            id: number;
            marketplace_id: number;
            marketplace_name: string;
            note: string;
            /** @enum {string} */
            status: "ACTIVE" | "NON ACTIVE";
        };
        OrderSourceSaved: {
            order_source_id: number;
            note: string;
        };
        OrderToRemind: {
            order_id: number;
            invoice: string;
            order_date: string;
            /** @description Since the order. */
            days: number;
            customer_id: number;
            name: string;
            phone: string;
            total_amount: number;
            remaining_amount: number;
            /** @description The newest message about the payment, whatever became of it. */
            last_reminder: {
                id: number;
                state: string;
                at: string;
            } | null;
        };
        OrderVersion: {
            /** @description 1: the order as it was created. */
            version: number;
            action: string;
            /** @description Changed fields, each as [before, after]. */
            difference: {
                [key: string]: unknown;
            };
            /** @description Stock movements: positive if units returned to the warehouse, negative if they left it. */
            stock: {
                variation_id: number;
                warehouse_id: number;
                delta: number;
            }[];
            user: {
                id: number;
                name: string;
            } | null;
            api_key_id: number | null;
            created_at: string;
        };
        OrdersOfWeekday: {
            /** @description 1: Sunday … 7: Saturday. */
            id: number;
            day: string;
            total: number;
        };
        OrdersOfWork: {
            /**
             * @description What is to be done with them. Each order is in one tab.
             * @enum {string}
             */
            tab: "UNPAID" | "PARTLY_PAID" | "TO_CONFIRM" | "TO_PROCESS" | "TO_PRINT" | "TO_HAND_OVER" | "SHIPPED" | "DONE" | "RETURNED" | "CANCELED" | "REJECTED" | "EXPIRED";
            count: number;
            /** @description false: there are at least so many. Only for users who see the orders of some warehouses. */
            is_exact: boolean;
            opens: components["schemas"]["OpenedList"];
        };
        PackageForSale: {
            code: string;
            /** @enum {string} */
            class: "app" | "storefront" | "shopee" | "sms" | "mutation" | "woowa";
            name: string;
            months: number | null;
            credit: number | null;
            price: number;
            limits: {
                users: number | null;
                warehouses: number | null;
                api_keys: boolean;
            } | null;
        };
        Pagination: {
            total: number;
            total_is_exact: boolean;
            count: number;
            per_page: number;
            current_page: number;
            total_pages: number;
            next_cursor?: string | null;
            links: {
                previous?: string;
                next?: string;
            };
        };
        Parcel: {
            order_id: number;
            /** @description Number of the shipment within the order. */
            shipment: number;
            order_date: string;
            /** @description When pickup or drop-off was requested. */
            request_date: string | null;
            po_number: number;
            shipping_status: string;
            /** @description Whether its label was printed. */
            printed: boolean;
            /** @description Order total. */
            total: number;
            supplier: {
                name: string;
                address: string;
                location: string;
                /** @description Official code of the district; empty where it is not known. */
                code: string;
                phone: string;
            };
            /** @description The receiver. */
            customer: {
                name: string;
                phone: string;
                address: string;
                district: string;
                city: string;
                postal_code: string;
            };
            expedition: {
                logistic_name: string;
                rate_name: string;
                is_cod: boolean;
                /** @description What the courier collects from the receiver. */
                cod_amount: number;
                awb_number: string;
            };
            service: {
                pickup: boolean;
                drop_off: boolean;
            };
            /** @description The sender, if the order has a different receiver. */
            dropship: {
                name: string;
                phone: string;
            }[];
        };
        ParcelChanged: {
            /** @description Order ID. */
            id: string;
        };
        ParcelOfOrder: {
            /** @description Number of the shipment within the order. */
            shipment: number;
            /** @description null: the products of all warehouses. */
            warehouse: {
                id: number;
                name: string;
            } | null;
            /** @description Whether you can ship it: users of warehouses ship the parcels of theirs. */
            is_handled: boolean;
            shipping_status: string;
            awb_number: string | null;
            /** @description What the courier collects from the receiver. */
            cod_amount: number;
            /** @description How often its label was printed. */
            label_prints: number;
            service: {
                pickup: boolean;
                drop_off: boolean;
            };
            requested_service: ("PICKUP" | "DROP_OFF") | null;
            /** @description When pickup or drop-off was requested. */
            requested_at: string | null;
            /** @description When the courier received it. */
            left_at: string | null;
            /** @description When it was delivered, returned or lost. */
            ended_at: string | null;
            promised_days: number | null;
            /** @description Whether it was removed from the list of shipments. */
            is_removed: boolean;
            is_cancel_reason_required: boolean;
            /** @description Booking with a vendor; null: there is none. */
            booking: {
                vendor: string;
                state: string;
                problem: {
                    code: string;
                    message: string;
                } | null;
            } | null;
            /** @description What was reported, oldest first. */
            history: {
                happened_at: string;
                /** @enum {string} */
                by: "COURIER" | "STAFF";
                /** @description null: the code is unknown. */
                status: string | null;
                /** @description Code of the event, as reported. */
                code: string;
                description: string;
                location: string;
                /**
                 * @description MOVED: it set the shipping status. KEPT: it changed nothing. UNKNOWN: its code is unknown. OTHER_AWB: it was reported for an AWB number that has been corrected since.
                 * @enum {string}
                 */
                effect: "MOVED" | "KEPT" | "UNKNOWN" | "OTHER_AWB";
            }[];
        };
        ParcelReturn: {
            id: number;
            order_id: number;
            /** @description Number of the shipment within the order. */
            shipment: number;
            po_number: number;
            order_status: string;
            awb_number: string;
            /** @description Where the parcel is, as the courier or staff say. */
            shipping_status: string;
            /** @enum {string} */
            state: "ANNOUNCED" | "ON_THE_WAY" | "RECEIVED" | "SETTLED" | "CANCELED";
            /**
             * @description Who announced the return.
             * @enum {string}
             */
            source: "STAFF" | "COURIER";
            reason: string;
            /** @description Whether it was delivered before it was received: the receiver, who had it, sent it back. */
            is_sent_back: boolean;
            courier: {
                id: number;
                name: string;
            };
            /** @description The receiver. */
            customer: {
                name: string;
                phone: string;
            };
            announced_at: string;
            on_the_way_at: string | null;
            received_at: string | null;
            settled_at: string | null;
            canceled_at: string | null;
            outcome: ("CANCEL" | "KEEP") | null;
            /** @description What the settled return cost; null without permission to see costs. */
            cost: number | null;
        };
        ParcelReturnDetail: {
            id: number;
            order_id: number;
            /** @description Number of the shipment within the order. */
            shipment: number;
            po_number: number;
            order_status: string;
            awb_number: string;
            /** @description Where the parcel is, as the courier or staff say. */
            shipping_status: string;
            /** @enum {string} */
            state: "ANNOUNCED" | "ON_THE_WAY" | "RECEIVED" | "SETTLED" | "CANCELED";
            /**
             * @description Who announced the return.
             * @enum {string}
             */
            source: "STAFF" | "COURIER";
            reason: string;
            /** @description Whether it was delivered before it was received: the receiver, who had it, sent it back. */
            is_sent_back: boolean;
            courier: {
                id: number;
                name: string;
            };
            /** @description The receiver. */
            customer: {
                name: string;
                phone: string;
            };
            announced_at: string;
            on_the_way_at: string | null;
            received_at: string | null;
            settled_at: string | null;
            canceled_at: string | null;
            outcome: ("CANCEL" | "KEEP") | null;
            /** @description What the settled return cost; null without permission to see costs. */
            cost: number | null;
            note: string;
            /** @description Null before the return is settled, and without permission to see costs. */
            costs: {
                outbound_shipping: number;
                return_fee: number;
                lost_products: number;
            } | null;
            /** @description What is in the parcel, in the order of the order lines. */
            lines: {
                variation_id: number;
                name: string;
                color: string;
                size: string;
                sku: string;
                /** @description Units in the parcel. */
                quantity: number;
                /** @description Where they came from, or where the sellable units are. */
                warehouse_id: number;
                /** @description Null before the return is received, as the two below. */
                sellable: number | null;
                damaged: number | null;
                missing: number | null;
            }[];
        };
        ParcelToPack: {
            order_id: number;
            po_number: number;
            shipment: number;
            shipment_count: number;
            awb_number: string | null;
            courier: string;
            receiver: string;
            note: string;
            /** @description Exactly what was ordered is packed. */
            is_complete: boolean;
            /** @description Units to be packed. */
            qty: number;
            /** @description Units that are packed. */
            packed: number;
            lines: {
                variation_id: number;
                warehouse_id: number;
                sku: string;
                name: string;
                color: string;
                size: string;
                shelf: string | null;
                /** @description Units to be packed. 0: the product is no longer in the order. */
                qty: number;
                /** @description Units that are packed. More than `qty`: take the others out and reset. */
                packed: number;
            }[];
        };
        ParseOrderTextInput: {
            /** @description An order form or chat message, exactly as the customer wrote it. */
            text: string;
        };
        ParsedOrder: {
            receiver: {
                name: {
                    value: string | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                };
                phone: {
                    value: string | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                };
                /** @description Customer with this phone number. Returned only as a candidate if the text has a different name or address. */
                customer: {
                    value: {
                        id: number;
                        name: string;
                        phone: string;
                        /** @description Stored address of the customer, to which the order would be delivered. */
                        address: string;
                        postal_code: string | null;
                        district: {
                            id: number;
                            name: string;
                            city: string;
                            province: string;
                        } | null;
                    } | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                    candidates: {
                        id: number;
                        name: string;
                        phone: string;
                        /** @description Stored address of the customer, to which the order would be delivered. */
                        address: string;
                        postal_code: string | null;
                        district: {
                            id: number;
                            name: string;
                            city: string;
                            province: string;
                        } | null;
                    }[];
                };
                address: {
                    value: string | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                };
                postal_code: {
                    value: string | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                };
                district: {
                    value: {
                        id: number;
                        name: string;
                        city: string;
                        province: string;
                    } | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                    candidates: {
                        id: number;
                        name: string;
                        city: string;
                        province: string;
                    }[];
                };
            };
            /** @description For a dropship order: the sender named in the text. */
            sender: {
                name: {
                    value: string | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                };
                phone: {
                    value: string | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                };
                /** @description Customer with this phone number. Returned only as a candidate if the text has a different name or address. */
                customer: {
                    value: {
                        id: number;
                        name: string;
                        phone: string;
                        /** @description Stored address of the customer, to which the order would be delivered. */
                        address: string;
                        postal_code: string | null;
                        district: {
                            id: number;
                            name: string;
                            city: string;
                            province: string;
                        } | null;
                    } | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                    candidates: {
                        id: number;
                        name: string;
                        phone: string;
                        /** @description Stored address of the customer, to which the order would be delivered. */
                        address: string;
                        postal_code: string | null;
                        district: {
                            id: number;
                            name: string;
                            city: string;
                            province: string;
                        } | null;
                    }[];
                };
            } | null;
            products: {
                /** @description Line number in the text, starting at 1. */
                line: number;
                text: string;
                qty: {
                    value: number | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                };
                variation: {
                    value: {
                        id: number;
                        /** @description Product name with colour and size. */
                        name: string;
                        sku: string;
                        product_status: string;
                        /** @description Normal price. */
                        price: number;
                    } | null;
                    /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                    confidence: number;
                    candidates: {
                        id: number;
                        /** @description Product name with colour and size. */
                        name: string;
                        sku: string;
                        product_status: string;
                        /** @description Normal price. */
                        price: number;
                    }[];
                };
            }[];
            courier: {
                value: {
                    id: number;
                    name: string;
                    service: {
                        /** @description Expedition ID. */
                        id: number;
                        code: string;
                        name: string;
                    } | null;
                } | null;
                /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                confidence: number;
                /** @description Services to choose from if the text does not name one. */
                services: {
                    /** @description Expedition ID. */
                    id: number;
                    code: string;
                    name: string;
                }[];
                /** @description Given if the text names several couriers. */
                candidates: {
                    id: number;
                    name: string;
                }[];
            };
            note: {
                value: string | null;
                /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                confidence: number;
            };
            /** @description What the text says about payment, verbatim. */
            payment: {
                value: string | null;
                /** @description 0.8 or more: reliable. From 0.5: please check. Below 0.5: the value is null. */
                confidence: number;
            };
            /** @description Lines that were not understood. */
            unread: {
                line: number;
                text: string;
            }[];
            /** @description True if the text has several receivers. The first receiver is parsed, the others are listed in `unread`, and `draft` is empty. */
            has_more_receivers: boolean;
            /** @description The reliable fields, as a request body for Create an order. */
            draft: {
                customer_sender_id?: number;
                customer_receiver_id?: number;
                products: {
                    id: number;
                    qty: number;
                    product_status: string;
                }[];
                expedition?: {
                    id: number;
                };
                note?: string;
            };
            /** @description Given if the receiver is not a customer yet, or not at this address: the known fields, as a request body for Create a customer. It can be sent as it is if `new_customer_missing` is empty. */
            new_customer: {
                name?: string;
                phone?: string;
                address?: string;
                district_id?: number;
                postal_code?: string;
                /** @description Always N, the category of retail customers. */
                category: string;
                is_active: string;
            } | null;
            /** @description Required fields of a customer that the text does not have: add them to `new_customer`. */
            new_customer_missing: ("name" | "phone" | "address" | "district_id")[];
        };
        PasswordConfirmed: {
            /** @description The password is not required again until this time. */
            confirmed_until: string;
        };
        PaymentInstructions: {
            /** @enum {string} */
            method: "TRANSFER" | "GATEWAY" | "ORDERPAY" | "COD";
            /** @description false while the payment gateway cannot be reached, or where nothing can be paid this way any more: `steps` say what to do. */
            is_ready: boolean;
            bank: {
                bank_id: number;
                bank_name: string;
                account_number: string;
                holder_name: string;
                branch: string;
            } | null;
            /** @description Virtual account number, where one was made for this payment. */
            virtual_account: {
                bank_name: string;
                number: string;
            } | null;
            /** @description Page of the payment gateway, for QRIS and e-wallets. */
            payment_url: string | null;
            /** @description What to do, in the language of the request. */
            steps: string[];
        };
        PerformanceParcel: {
            order_id: number;
            shipment: number;
            po_number: number;
            awb_number: string;
            shipping_status: string;
            left_on: string;
            ended_on: string | null;
        };
        PickList: {
            orders: number;
            warehouses: {
                warehouse_id: number;
                warehouse: string;
                /** @description Units to be picked in the warehouse. */
                qty: number;
                lines: {
                    variation_id: number;
                    shelf: string | null;
                    sku: string;
                    name: string;
                    color: string;
                    size: string;
                    qty: number;
                    /** @description Orders that the units are for. */
                    orders: number;
                }[];
            }[];
        };
        Picture: {
            /** @description URL to add to the `images` of a variation. */
            url: string;
            thumbnail_url: string;
            /** @description Width in pixels. */
            width: number;
            /** @description Height in pixels. */
            height: number;
            full: {
                /** @description JPEG, which every client can display, including marketplaces and WhatsApp. */
                jpg: string;
                /** @description WebP, a smaller file for browsers. */
                webp: string;
            };
            thumbnail: {
                /** @description JPEG, which every client can display, including marketplaces and WhatsApp. */
                jpg: string;
                /** @description WebP, a smaller file for browsers. */
                webp: string;
            };
        };
        Preference: {
            name: string;
            value: unknown;
            updated_at: string;
        };
        PreferenceDeleted: {
            name: string;
        };
        PreviewBroadcastInput: {
            /**
             * @description Who receives it. `CUSTOMERS`: those in `customers`. `CATEGORY`: those of `category`. `ASLEEP`: those who have not ordered for `days`. `UNPAID`: each order that is not paid after `days`.
             * @default CUSTOMERS
             * @enum {string}
             */
            source?: "CUSTOMERS" | "CATEGORY" | "ASLEEP" | "UNPAID";
            /** @description Customer IDs. */
            customers?: number[];
            /** @description Code of a customer category. */
            category?: string;
            days?: number;
            /**
             * @default PROMO
             * @enum {string}
             */
            type?: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            /** @description The text. Placeholders of orders are for `UNPAID` only. */
            template: string;
        };
        PreviewBulkOrdersInput: {
            /**
             * @description `PAY`: what remains is paid. `CANCEL`, `REACTIVATE`: the orders. `SHIPPING_STATUS`: as staff may set it. `REQUEST_PICKUP`: of all their parcels. `CONFIRM`: orders of the store are accepted or rejected.
             * @enum {string}
             */
            action: "PAY" | "CANCEL" | "REACTIVATE" | "SHIPPING_STATUS" | "REQUEST_PICKUP" | "CONFIRM";
            /** @description The orders, by ID. */
            order_ids?: number[];
            /** @description The orders that GET /api/open/order lists with this. */
            filter?: {
                keyword?: string;
                /**
                 * @description Field to search for the keyword. Default: order number, names, phone numbers, AWB number, products and SKUs.
                 * @enum {string}
                 */
                type?: "ORDER_ID" | "CUSTOMER_NAME" | "AWB_NUMBER" | "CUSTOMER_PHONE" | "SHOPEE_INVOICE" | "PRODUCT_NAME" | "SKU" | "SHIPPER_TRACKING";
                /** @enum {string} */
                payment_status?: "UNPAID" | "PAID" | "INSTALLMENT";
                /** @enum {string} */
                order_progress_status?: "UNPAID" | "NO AWB" | "ON PROCESS" | "DELIVERED" | "UNPROCESSED" | "INSTALLMENT";
                /** @enum {string} */
                order_category?: "APP" | "PRIVOR" | "STORE_FRONT" | "SHOPEE" | "QUICK_ORDER" | "UNCATEGORIZED";
                order_source_id?: number;
                /**
                 * @description The date by which orders are sorted (newest first) and to which `start_date` and `end_date` apply. PROFIT: those that left most come first, of a period of order dates.
                 * @default ORDER_DATE
                 * @enum {string}
                 */
                order_by?: "ORDER_DATE" | "PAYMENT_DATE" | "PROFIT";
                /** @description Orders that left at least so much. */
                profit_min?: number;
                /** @description Orders that left at most so much; below 0: those that lost. */
                profit_max?: number;
                /**
                 * Format: date
                 * @description Default: 30 days ago.
                 */
                start_date?: string;
                /**
                 * Format: date
                 * @description Default: today.
                 */
                end_date?: string;
                /** @description User who created the order; 0: orders that were not created by a user. */
                user_id?: number;
                bank_id?: number;
                warehouse_id?: number;
                /** @enum {string} */
                customer_category_code?: "N" | "Y" | "D" | "1" | "2" | "3";
                /** @description Courier number: 1 JNE, 2 TIKI … */
                expedition_id?: number;
                pickup?: number;
                /**
                 * @description Of orders ON PROCESS: the label is to be printed, the courier is to take the parcel, it is with the courier, it came back.
                 * @enum {string}
                 */
                shipping_stage?: "TO_PRINT" | "TO_HAND_OVER" | "SHIPPED" | "RETURNED";
                /** @enum {string} */
                print_status?: "Y" | "N";
                /** @enum {string} */
                product_type?: "S" | "R" | "PO";
            };
            /** @description Orders that are left out. */
            except_ids?: number[];
            /** @description For `PAY`: the bank account. */
            bank_id?: number;
            /**
             * Format: date
             * @description For `PAY`: the day of the payments.
             */
            date?: string;
            /**
             * @description For `CANCEL`: what happens to money that was paid, as when one order is cancelled.
             * @default BALANCE
             * @enum {string}
             */
            paid_as?: "BALANCE" | "REFUNDED";
            /**
             * @description For `SHIPPING_STATUS`.
             * @enum {string}
             */
            status?: "READY TO SHIP" | "ON PROCESS" | "DELIVERED";
            /**
             * @description For `REQUEST_PICKUP`.
             * @default PICKUP
             * @enum {string}
             */
            service?: "PICKUP" | "DROP_OFF";
            /**
             * @description For `CONFIRM`.
             * @enum {string}
             */
            decision?: "ACCEPT" | "REJECT";
        };
        PreviewMessageTemplateInput: {
            /**
             * @description Decides which placeholders there are.
             * @default PROMO
             * @enum {string}
             */
            type?: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            /**
             * @default id
             * @enum {string}
             */
            language?: "id" | "en";
            /** @description The text; without it, the template of the shop. */
            template?: string;
            /** @description An order to fill in. Without it, the newest order. */
            order_id?: number;
        };
        PreviewOrderEditInput: {
            order_id: number;
            /** @description `version` of the order as you read it. If the order has changed since, the edit is refused. Default: not compared. */
            version?: number;
            /** @description Customer who places the order. The customer category determines the prices. */
            customer_sender_id: number;
            /** @description Customer who receives the order. If it is not the sender, the order is a dropship order. */
            customer_receiver_id: number;
            /** @description Supplier from whose address the order is shipped. */
            supplier_id: number;
            /** Format: date */
            order_date?: string;
            order_source_id?: number | null;
            note?: string | null;
            is_print?: boolean;
            /** @description The complete list of lines. Lines that are not listed are removed, unless every listed line has a flag. */
            products: {
                /** @description Product variation ID. */
                id: number;
                /** @description Quantity. */
                qty: number;
                /** @description Warehouse ID. Default: the main warehouse if it has enough stock, else the active warehouse that has the most and enough of it. */
                warehouse_id?: number;
                /**
                 * @description Product type.
                 * @enum {string}
                 */
                product_status: "S" | "R" | "PO";
                /** @description Type of the discount on this line. An empty value removes the discount. */
                type?: ("NOMINAL" | "PERCENTAGE") | null;
                percentage?: number;
                nominal?: number;
                /** @description Discount per unit of the promo in `promo_id`. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo for this line. It replaces all other discounts. An empty value removes the promo. */
                promo_id?: number | null;
                /**
                 * @description DELETE removes the line from the order.
                 * @enum {string}
                 */
                flag?: "EDIT" | "NEW" | "DELETE";
            }[];
            expedition: {
                /** @description Courier service ID from List courier services, or the ID of a custom courier. */
                id: number;
                /** @description Shipping cost. Required, unless `id` is a custom courier, whose fee applies then. */
                rate?: number;
                /** @description Courier name, for courier service 99 (manual input). */
                name?: string;
                auto_pickup?: boolean;
                /** @description The same as `is_cod` of the order. */
                is_cod?: boolean;
                /** @description Shipping discount of the promo. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo of type EXPEDITION for the shipping cost. An empty value removes the promo. */
                promo?: {
                    id: number;
                } | null;
            };
            /** @description Cash on delivery: the courier collects what remains to be paid. Only for couriers that do so. */
            is_cod?: boolean;
            /** @description Existing payments are kept. The amount missing to reach `amount`, or with PAID the order total, is recorded as a new payment. */
            payment: {
                /** @enum {string} */
                status: "PAID" | "INSTALLMENT" | "UNPAID";
                /** Format: date */
                date?: string;
                bank_id?: number;
                amount?: number;
                cost_of_goods_sales?: number;
            };
            order_cost?: {
                name: string;
                /** @enum {string} */
                category: "DISCOUNT" | "OTHER COST" | "INSURANCE";
                /** @enum {string} */
                type: "NOMINAL" | "PERCENTAGE";
                percentage?: number;
                nominal?: number;
            }[];
            /** @description Coupon code, in any letter case. */
            coupon_code?: string;
            awb_number?: string | null;
            send_sms?: boolean;
            marketplace_awb?: string | null;
            /** @enum {string} */
            source?: "MOBILE" | "WEB";
        };
        PreviewPricesInput: {
            /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
            keyword?: string;
            /** @description `UNCATEGORIZED`, `ARCHIVED` or a product category ID. */
            category?: string;
            /**
             * @description Product type.
             * @enum {string}
             */
            type?: "S" | "R" | "PO";
            /**
             * @description `NON_SET_PRICE`: at least one variation has no price; `NON_PROFIT`: at least one variation is priced at or below its purchase price.
             * @enum {string}
             */
            price?: "NON_SET_PRICE" | "NON_PROFIT";
            /**
             * @description Only products that are also sold on this channel.
             * @enum {string}
             */
            channel?: "JURNAL" | "SHOPEE";
            /**
             * @default NEWEST
             * @enum {string}
             */
            order_by?: "NEWEST" | "LONGEST" | "CHEAPEST" | "EXPENSIVE" | "LEAST_STOCK" | "MOST_STOCK" | "ASC" | "DESC";
            /** @description Only these products; the filters are for all others. */
            product_ids?: number[];
            /**
             * @description The price that changes.
             * @enum {string}
             */
            field: "price" | "price_reseller" | "price1" | "price2" | "price3" | "price_buy";
            /**
             * @description The price that it is made of. Default: itself.
             * @enum {string}
             */
            base?: "price" | "price_reseller" | "price1" | "price2" | "price3" | "price_buy";
            /**
             * @description `SET` with `base`: to the same as that.
             * @enum {string}
             */
            change: "SET" | "RAISE" | "LOWER";
            /**
             * @default RUPIAH
             * @enum {string}
             */
            unit?: "RUPIAH" | "PERCENT";
            /** @description In rupiah, or in percent up to 1,000. */
            amount: number;
            /**
             * @description The new price is a multiple of so many rupiah; one that is set to `amount` stays as it is.
             * @default 1
             */
            round_to?: number;
            /**
             * @default NEAREST
             * @enum {string}
             */
            rounding?: "NEAREST" | "UP" | "DOWN";
            /** @default 50 */
            per_page?: number;
            /**
             * @description Page number.
             * @default 1
             */
            pagination_offset?: number;
        };
        PriceAccess: {
            wholesale_access: boolean;
            discount_access: boolean;
        };
        PriceChanged: {
            variation_id: number;
            /**
             * @description `CONFLICT`: the price was not `from`. `UNCHANGED`: it was `to` already.
             * @enum {string}
             */
            result: "CHANGED" | "UNCHANGED" | "CONFLICT";
            /** @description The price now. */
            price: number;
        };
        PricePreview: {
            product_id: number;
            variation_id: number;
            name: string;
            color: string;
            size: string;
            sku: string;
            from: number;
            /** @description null: the price cannot be made so, as there is nothing to raise or nothing would be left. */
            to: number | null;
            /** @description Whether it would be sold below its purchase price; null if your role cannot see purchase prices. */
            is_below_cost: boolean | null;
        };
        PricesChanged: {
            changed: number;
            /** @description For each price of the request, in its order. */
            results: components["schemas"]["PriceChanged"][];
        };
        PrintLabelsInput: {
            /** @description Order IDs. The pages are in the same order. */
            order_ids: number[];
            /**
             * @description Size of the page: 100 × 150 mm for thermal printers, A6, or A4 with four labels to be cut.
             * @default 100x150
             * @enum {string}
             */
            format?: "100x150" | "A6" | "A4";
        };
        PrintManifestInput: {
            /** @description Order IDs. The pages are in the same order. */
            order_ids: number[];
        };
        PrintPackingSlipsInput: {
            /** @description Order IDs. The pages are in the same order. */
            order_ids: number[];
        };
        Product: {
            id: number;
            name: string;
            /** @enum {string} */
            product_type: "S" | "R" | "PO";
            type_description: string;
            /** @description 0: uncategorised. */
            category_id: number;
            category_name: string;
            description: string;
            discount: number;
            /** @description Weight in grams. */
            weight: number;
            length_cm: number | null;
            width_cm: number | null;
            height_cm: number | null;
            is_warehouse: boolean;
            /** @enum {string} */
            publish_status: "Y" | "N";
            shop_id: number;
            user_id: number | null;
            /** @enum {string} */
            show_stock: "Y" | "N";
            total_stock: number;
            /** @enum {string} */
            wholesale_status: "Y" | "N";
            /** @enum {string} */
            has_variation: "Y" | "N";
            image: string;
            thumbnail: string;
            created_at: string;
            wholesales: components["schemas"]["WholesaleStep"][];
            variations: {
                id: number;
                sku: string;
                /** @description Weight in grams. */
                weight: number;
                size: string;
                color: string;
                /** @description null if your role cannot see purchase prices. */
                price_buy: number | null;
                price: number;
                price_reseller: number;
                price1: number;
                price2: number;
                price3: number;
                stock_quantity: number;
                /** @enum {string} */
                stock: "Y" | "N";
                image: string;
                thumbnail: string;
            }[];
            update_access: boolean;
            warehouse: {
                name: string;
                id: number;
            }[];
        };
        ProductCategory: {
            id: number;
            name: string;
        };
        ProductCreated: {
            product_id: number;
            /** @description IDs of the variations, in the order of the request. */
            product_meta_id: number[];
            total_stock: number;
        };
        ProductDetail: {
            id: number;
            name: string;
            /** @enum {string} */
            product_type: "S" | "R" | "PO";
            type_description: string;
            /** @description 0: uncategorised. */
            category_id: number;
            category_name: string;
            description: string;
            discount: number;
            /** @description Weight in grams. */
            weight: number;
            length_cm: number | null;
            width_cm: number | null;
            height_cm: number | null;
            is_warehouse: boolean;
            /** @enum {string} */
            publish_status: "Y" | "N";
            shop_id: number;
            user_id: number | null;
            /** @enum {string} */
            show_stock: "Y" | "N";
            total_stock: number;
            /** @enum {string} */
            wholesale_status: "Y" | "N";
            /** @enum {string} */
            has_variation: "Y" | "N";
            image: string;
            thumbnail: string;
            created_at: string;
            preorder_setting: {
                /** @enum {string} */
                type: "day" | "week";
                number: number;
                start_date: string | null;
                end_date: string | null;
            } | null;
            variations: {
                id: number;
                sku: string;
                /** @description Weight in grams. */
                weight: number;
                size: string;
                color: string;
                /** @description null if your role cannot see purchase prices. */
                price_buy: number | null;
                price: number;
                price_reseller: number;
                price1: number;
                price2: number;
                price3: number;
                stock_quantity: number;
                /** @enum {string} */
                stock: "Y" | "N";
                primary_image: number | null;
                image: string | null;
                images: string[] | null;
                thumbnail: string | null;
                thumbnails: string[];
            }[];
            wholesale_prices: components["schemas"]["WholesaleStep"][];
        };
        ProductImport: {
            id: number;
            file_name: string;
            /**
             * @description UNMAPPED: no column was recognised as the product name; choose one with `POST …/{id}/columns`.
             * @enum {string}
             */
            status: "UNMAPPED" | "CHECKING" | "READY" | "APPLYING" | "APPLIED" | "UNDOING" | "UNDONE";
            /** @description Column titles that are not recognised. These columns are ignored. */
            unknown_columns: string[];
            counts: {
                rows: number;
                /** @description Number of new variations. */
                created: number;
                changed: number;
                /** @description Number of rows that are the same as the current data. They change nothing. */
                unchanged: number;
                wrong: number;
                /** @description Number of rows that are no variation, such as totals or explanations. */
                passed_over: number;
            };
            /** @description See `GET /api/account/job/{id}`. */
            job_id: number | null;
            user_id: number;
            created_at: string;
            applied_at: string | null;
            undone_at: string | null;
        };
        ProductImportColumn: {
            /** @description Number of the column, from 1 on. */
            column: number;
            /** @description Title in the file; empty if the column has none. */
            title: string;
            /** @description What the column is read as: `name`, `category`, `product_type`, `preorder`, `description`, `color`, `size`, `sku`, `weight`, `price_buy`, `price`, `price_reseller`, `price1`, `price2`, `price3`, `discount`, `wholesale`, `published`, `images`, `stock`, `surplus`, `row_id`, `parent`, `product_code`, `parent_sku`, `variation`, `variation_name_1`, `variation_name_2`, `variation_name_3`, `variation_1`, `variation_2`, `variation_3`, `weight_kg`, or `stock@ID`, the stock of a warehouse. null: it is not read. */
            read_as: string | null;
            /** @description `EARLIER_FILE`: chosen for an earlier file with the same titles. */
            known_by: ("TITLE" | "EARLIER_FILE" | "CHOICE") | null;
            /** @description The first different values. */
            samples: (string | number)[];
        };
        ProductImportDetail: {
            id: number;
            file_name: string;
            /**
             * @description UNMAPPED: no column was recognised as the product name; choose one with `POST …/{id}/columns`.
             * @enum {string}
             */
            status: "UNMAPPED" | "CHECKING" | "READY" | "APPLYING" | "APPLIED" | "UNDOING" | "UNDONE";
            /** @description Column titles that are not recognised. These columns are ignored. */
            unknown_columns: string[];
            counts: {
                rows: number;
                /** @description Number of new variations. */
                created: number;
                changed: number;
                /** @description Number of rows that are the same as the current data. They change nothing. */
                unchanged: number;
                wrong: number;
                /** @description Number of rows that are no variation, such as totals or explanations. */
                passed_over: number;
            };
            /** @description See `GET /api/account/job/{id}`. */
            job_id: number | null;
            user_id: number;
            created_at: string;
            applied_at: string | null;
            undone_at: string | null;
            columns: components["schemas"]["ProductImportColumn"][];
            /** @description Rows above the titles, and sheets (without a row), that are not read. */
            passed_over: {
                sheet: string;
                row: number | null;
                text: string;
            }[];
            /** @description Product categories that the shop does not have yet. They are added when the import is applied. */
            new_categories: string[];
        };
        ProductImportRow: {
            /** @description Row number in the file, as a spreadsheet shows it. */
            row: number;
            outcome: ("NEW" | "CHANGED" | "UNCHANGED" | "WRONG" | "PASSED_OVER") | null;
            /** @description Values by column title. */
            cells: {
                [key: string]: string | number;
            };
            /** @description What is wrong with the row, or why it is passed over. */
            errors: {
                column: string;
                reason: string;
            }[];
            product_id: number | null;
            variation_id: number | null;
        };
        ProductsCreated: {
            created: number;
            skipped: number;
            /** @description Number of further faults beyond the first 200 listed in `results`. */
            more_faults?: number;
            results: {
                /** @description Index in the list of the request. */
                index: number;
                /** @enum {string} */
                status: "CREATED" | "SKIPPED";
                product: components["schemas"]["ProductCreated"] | null;
                /** @description Errors by field of the product. */
                errors: {
                    [key: string]: string[];
                };
            }[];
        };
        ProfileUpdated: {
            full_name: string;
            phone_number: string;
        };
        ProfitLoss: {
            start_date: string;
            end_date: string;
            /** @description The period of the same length just before. */
            before: {
                start_date: string;
                end_date: string;
            };
            /** @description The same days a year before. */
            last_year: {
                start_date: string;
                end_date: string;
            };
            lines: {
                key: string;
                title: string;
                /** @description Adds up the lines above. */
                is_sum: boolean;
                /** @description What lowers the profit is negative. */
                nominal: number;
                before: number;
                last_year: number;
            }[];
        };
        ProfitPoint: {
            date: string;
            net_sales: number;
            gross_profit: number | null;
            day: string;
        };
        Promo: {
            id: number;
            name: string;
            is_active: boolean;
            /** @description Number of products (for EXPEDITION: couriers), or the label for all products. */
            total_selected_items: string;
            /** @enum {string} */
            type: "PRODUCT" | "EXPEDITION";
            /** @enum {string} */
            group: "PROMO" | "COUPON";
            start_date: string;
            end_date: string | null;
        };
        PromoDetail: {
            id: number;
            /** @enum {string} */
            group: "PROMO" | "COUPON";
            name: string;
            /** @description Empty for group PROMO. */
            coupon_code: string;
            /** @enum {string} */
            type: "PRODUCT" | "EXPEDITION";
            start_date: string;
            end_date: string | null;
            is_active: boolean;
            discount: {
                /** @enum {string} */
                type: "PERCENTAGE" | "NOMINAL";
                amount: number;
                max_nominal: number | null;
            };
            limits: {
                /** @description 1 to 9, or `UNLIMITED`. */
                usage_per_customer: string;
                promo_limit: number | null;
                minimum_product: number | null;
                minimum_transaction: number | null;
            };
            /** @description Number of orders that currently use the promo. */
            used: number;
            all_products: boolean;
            selected_items: {
                products: {
                    id: number;
                    produk: string;
                    image: string;
                    thumbnail: string;
                }[];
                couriers: {
                    id: number;
                    logistic_name: string;
                    rate_name: string;
                    logo_url: string;
                }[];
                platforms: string[];
            };
            customer_categories: {
                code: string;
                name: string;
                selected: boolean;
            }[];
        };
        PromoSaved: {
            promo_id: number;
        };
        PushDevice: {
            token: string;
            device: string;
            user_id: number;
        };
        PushKey: {
            /** @description `applicationServerKey` of a subscription. */
            public_key: string;
            /** @description Whether notifications are pushed to apps too. */
            has_fcm: boolean;
        };
        PushSettings: {
            pushed: ("ORDER" | "PAYMENT" | "SHIPMENT" | "STOCK" | "MONEY" | "WORK" | "NEWS")[];
        };
        PushSubscription: {
            endpoint: string;
            device: string;
            user_id: number;
        };
        QueuedGatewayPayment: {
            id: number;
            payment_id: number;
            customer_name: string;
            channel: string;
            /** @description What was paid. */
            amount: number;
            /** @description What is to be paid. */
            nominal_transfer: number;
            paid_at: string;
        };
        Quote: {
            customer_category_code: string;
            lines: {
                variation_id: number;
                name: string;
                sku: string;
                qty: number;
                /** @description Unit price of the customer category or wholesale step. */
                price: number;
                /** @description Discount per unit. */
                discount: number;
                subtotal: number;
                /** @description Weight in grams. */
                weight: number;
                promo_id: number | null;
                /** @description Highest number of units available in one warehouse; null if stock is not counted. */
                stock_left: number | null;
                explanation: {
                    /** @enum {string} */
                    rule: "TIER" | "WHOLESALE" | "PRODUCT_DISCOUNT" | "LINE_DISCOUNT" | "PROMO";
                    applied: boolean;
                    /** @description For TIER and WHOLESALE: the unit price. Otherwise: the discount per unit. */
                    amount: number;
                    reason: string;
                    /** @description Customer category, if it determined the price. */
                    category_code: string | null;
                    /** @description Wholesale step that contains the quantity. For NO_STEP: the next step or, if there is none, the last one. */
                    wholesale: {
                        from: number;
                        to: number;
                        /** @description Units of the product in the order. */
                        qty: number;
                    } | null;
                    promo: {
                        id: number;
                        name: string;
                    } | null;
                    text: string;
                }[];
            }[];
            /** @description Sum of all lines. */
            goods: number;
            shipping: number;
            shipping_discount: number;
            shipping_promo_id: number | null;
            other_cost: number;
            insurance: number;
            /** @description Discounts on the order as a whole. */
            discount: number;
            order_cost: {
                name: string;
                category: string;
                amount: number;
            }[];
            total: number;
            /** @description Weight in grams. */
            weight: number;
            /** @description Null without a courier. */
            shipping_explanation: {
                weight: {
                    actual_grams: number;
                    /** @description 0: the dimensions of the products are not known. */
                    volume_cm3: number;
                    volumetric_grams: number;
                    chargeable_kg: number;
                    text: string;
                };
                /**
                 * @description Where the shipping cost comes from. NONE: no price is known, and orders need one that is entered by hand.
                 * @enum {string}
                 */
                rate_source: "GIVEN" | "CUSTOM_COURIER" | "PICKUP" | "TARIFF" | "ESTIMATE" | "NONE";
                steps: {
                    /** @enum {string} */
                    rule: "RATE" | "SUBSIDY" | "INSURANCE" | "PACKING" | "COD_FEE" | "ROUNDING";
                    applied: boolean;
                    amount: number;
                    /** @description Part that the buyer bears. */
                    buyer: number;
                    /** @description Part that the seller bears. */
                    seller: number;
                    text: string;
                }[];
                /** @description What the buyer is charged: add it to `order_cost` of the order. */
                order_cost: {
                    name: string;
                    /** @enum {string} */
                    category: "INSURANCE" | "OTHER COST";
                    /** @enum {string} */
                    type: "NOMINAL";
                    nominal: number;
                }[];
                /** @description Order total with these costs. */
                total: number;
                /** @description What the courier collects; 0 unless COD. */
                to_collect: number;
            } | null;
            /** @description The promos named in the request, and the latest 200 that are currently active. */
            promos: {
                id: number;
                name: string;
                /** @enum {string} */
                group: "PROMO" | "COUPON";
                /** @enum {string} */
                type: "PRODUCT" | "EXPEDITION";
                /** @description True if the promo can be used: pass its ID in `promo_id` or `expedition.promo`. */
                applies: boolean;
                is_used: boolean;
                /** @description Amount that the promo takes, or would take, off the order. */
                discount: number;
                /** @description Why the promo does not apply. */
                reason: string | null;
                text: string | null;
            }[];
            /** @description Reasons why such an order would be refused. */
            problems: {
                field: string;
                code: string;
                text: string;
            }[];
        };
        QuoteCheckoutInput: {
            /**
             * @description Name of the receiver.
             * @default -
             */
            name?: string;
            /**
             * @description WhatsApp number of the receiver, in any notation.
             * @default 62800000000
             * @example 081234567890
             */
            phone?: string;
            /**
             * @description Street, number and landmarks.
             * @default -
             */
            address?: string;
            /** @description District ID from the districts of the store. */
            district_id?: number;
            postal_code?: string;
            products?: {
                /** @description Product variation ID. */
                id: number;
                /** @description Quantity. */
                qty: number;
            }[];
            expedition?: {
                /** @description Courier service ID or custom courier ID from the shipping rates. */
                id: number;
            };
            /** @description Whom the label shows as the sender, instead of the shop. */
            dropship?: {
                name: string;
                /** @example 081234567890 */
                phone: string;
            };
            /**
             * @description Note to the seller.
             * @default
             */
            note?: string;
            /** @description Coupon code, in any letter case. */
            coupon_code?: string;
            /** @description For signed-in customers: several receivers, each an order, paid in one go. The fields of a single receiver are left out then. */
            receivers?: {
                /** @description Name of the receiver. */
                name: string;
                /**
                 * @description WhatsApp number of the receiver, in any notation.
                 * @example 081234567890
                 */
                phone: string;
                /** @description Street, number and landmarks. */
                address: string;
                /** @description District ID from the districts of the store. */
                district_id: number;
                postal_code?: string;
                products: {
                    /** @description Product variation ID. */
                    id: number;
                    /** @description Quantity. */
                    qty: number;
                }[];
                expedition: {
                    /** @description Courier service ID or custom courier ID from the shipping rates. */
                    id: number;
                };
                /** @description Whom the label shows as the sender, instead of the shop. */
                dropship?: {
                    name: string;
                    /** @example 081234567890 */
                    phone: string;
                };
                /**
                 * @description Note to the seller.
                 * @default
                 */
                note?: string;
            }[];
            /**
             * @description Whether it is to be paid to the courier.
             * @default false
             */
            is_cod?: boolean;
        };
        QuoteOrderInput: {
            /** @description Customer who places the order. The customer category determines the prices. */
            customer_sender_id?: number;
            /**
             * @description Used if no customer is given. Default: N.
             * @enum {string}
             */
            customer_category_code?: "N" | "Y" | "D" | "1" | "2" | "3";
            customer_receiver_id?: number;
            supplier_id?: number;
            order_source_id?: number;
            products: {
                /** @description Product variation ID. */
                id: number;
                /** @description Quantity. */
                qty: number;
                /** @description Warehouse ID. Default: the main warehouse if it has enough stock, else the active warehouse that has the most and enough of it. */
                warehouse_id?: number;
                /** @enum {string} */
                product_status?: "S" | "R" | "PO";
                /**
                 * @description Type of the discount on this line.
                 * @enum {string}
                 */
                type?: "NOMINAL" | "PERCENTAGE";
                percentage?: number;
                nominal?: number;
                /** @description Discount per unit of the promo in `promo_id`. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo for this line. It replaces all other discounts. */
                promo_id?: number;
            }[];
            /** @description If omitted, the shipping cost is 0. */
            expedition?: {
                /** @description Courier service ID from List courier services, or the ID of a custom courier. */
                id: number;
                /** @description Shipping cost. If omitted: the fee of a custom courier, else by the tariff of the shop or our estimate, from the district of the supplier to that of the receiver. */
                rate?: number;
                /** @description Courier name, for courier service 99 (manual input). */
                name?: string;
                /** @default false */
                auto_pickup?: boolean;
                /** @description The same as `is_cod` of the order. */
                is_cod?: boolean;
                /** @description Shipping discount of the promo. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo of type EXPEDITION for the shipping cost. */
                promo?: {
                    id: number;
                };
            };
            payment?: {
                /** @enum {string} */
                status: "PAID" | "INSTALLMENT" | "UNPAID";
                /** Format: date */
                date?: string;
                bank_id?: number;
                amount?: number;
                cost_of_goods_sales?: number;
            };
            /** @description Cash on delivery: the courier collects what remains to be paid. Only for couriers that do so. */
            is_cod?: boolean;
            /** @default [] */
            order_cost?: {
                name: string;
                /** @enum {string} */
                category: "DISCOUNT" | "OTHER COST" | "INSURANCE";
                /** @enum {string} */
                type: "NOMINAL" | "PERCENTAGE";
                percentage?: number;
                nominal?: number;
            }[];
            /**
             * @description Only for the explanation: orders have these as `order_cost`.
             * @default {
             *       "insurance": false,
             *       "wooden_packing": false
             *     }
             */
            shipping_options?: {
                /**
                 * @description Insure the parcel with the courier.
                 * @default false
                 */
                insurance?: boolean;
                /** @default false */
                wooden_packing?: boolean;
                /** @description What is added to the order, as `shipping_explanation.order_cost`. Default for COD orders: the COD fee if `cod_fee_payer` of the courier is BUYER, and the rounding of the shop; otherwise nothing. */
                charge_buyer?: ("INSURANCE" | "PACKING" | "COD_FEE" | "ROUNDING")[];
            };
            /** @description Coupon code, in any letter case. */
            coupon_code?: string;
            /** @default  */
            note?: string;
            /** @default false */
            is_print?: boolean;
            awb_number?: string;
            marketplace_awb?: string;
            /** @default false */
            send_sms?: boolean;
            /**
             * @default WEB
             * @enum {string}
             */
            source?: "MOBILE" | "WEB";
            /** Format: date */
            order_date?: string;
        };
        ReactivateOrderInput: {
            /** @description Order ID. */
            id: number;
        };
        ReadNotificationsInput: {
            /** @description ID of a notification. Default: all of the type. */
            id?: string;
            /**
             * @description ACTIVITY: what happened in the shop; NEWS: news of the platform.
             * @default ACTIVITY
             * @enum {string}
             */
            type?: "ACTIVITY" | "NEWS";
        };
        Receivable: {
            customer_id: number;
            name: string;
            phone: string;
            category_code: string;
            orders: number;
            amount: number;
            oldest_date: string;
            oldest_days: number;
            ageing: components["schemas"]["ReceivableAgeing"];
        };
        ReceivableAgeing: {
            not_due: number;
            days_0_7: number;
            days_8_30: number;
            days_31_60: number;
            days_61_90: number;
            over_90: number;
        };
        ReceivableOrder: {
            order_id: number;
            po_number: number;
            invoice: string;
            order_date: string;
            days: number;
            receiver_name: string;
            total_amount: number;
            paid_amount: number;
            remaining_amount: number;
        };
        ReceiveReturnInput: {
            /** @description Where the sellable units go. Default: the warehouse that each came from. */
            warehouse_id?: number;
            /**
             * @description What was found of each product of the parcel. All units of products that are not named are sellable.
             * @default []
             */
            lines?: {
                variation_id: number;
                /** @description Default: what is neither damaged nor missing. */
                sellable?: number;
                /** @default 0 */
                damaged?: number;
                /** @default 0 */
                missing?: number;
            }[];
            /** @default  */
            note?: string;
        };
        RecordCodPayoutInput: {
            /** @description Default: the courier of the first parcel. */
            courier?: string;
            /** @description Bank ID of the account on which the money came in. Without it, the vendor keeps the money until it is withdrawn. */
            bank_id?: number;
            /**
             * Format: date
             * @description Day on which the money came in. Default: today.
             */
            date?: string;
            /** @description All open parcels of this invoice are paid out in full. */
            invoice_id?: string;
            parcels?: {
                order_id: number;
                /** @description Net amount; below 0 only where the courier owes nothing, as of a parcel that came back. Default: what is open. */
                amount?: number;
            }[];
        };
        RefreshTrackingInput: {
            /**
             * @description Number of the shipment within the order.
             * @default 1
             */
            shipment?: number;
        };
        RefundDue: {
            customer: {
                id: number;
                name: string;
                phone: string;
            };
            nominal: number;
            /** @description The rejected orders that it is due for, newest first, at most 20. */
            orders: {
                order_id: number | null;
                po_number: number | null;
                nominal: number;
            }[];
            due_since: string;
        };
        Region: {
            _id: string;
            /** @description District ID: the legacy ID if known, else the official code. */
            id: number;
            subdistrict: string;
            district: {
                id: number;
                name: string;
            };
            province: {
                id: number;
                name: string;
            };
            fullname: string;
            postal_code: string[];
        };
        RegisterShopInput: {
            shop_name: string;
            /** @description Letters, digits and hyphens. Part of the shop's web address. */
            subdomain: string;
            full_name: string;
            /** Format: email */
            email: string;
            /** @example 081234567890 */
            phone_number: string;
            /** @description At least 8 characters. */
            password: string;
        };
        RemoveCourierConnectionInput: {
            /**
             * @description The vendor.
             * @enum {string}
             */
            vendor: "biteship" | "rajaongkir" | "shipper";
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        RemoveDeviceTokenInput: {
            /** @description Registration token of Firebase Cloud Messaging. */
            token: string;
        };
        RemoveMessageConnectionInput: {
            /**
             * @description The vendor.
             * @enum {string}
             */
            vendor: "woowa" | "whatsapp";
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        RemoveParcelInput: {
            /**
             * @description Number of the shipment within the order.
             * @default 1
             */
            shipment?: number;
        };
        RemovePushSubscriptionInput: {
            /** @description Address of the subscription at the push service. */
            endpoint: string;
        };
        RemoveTariffsInput: {
            rows: {
                /** @description ID of a courier service, or of a courier of the shop. */
                service_id: number;
                /** @description Omit both origins for a price from anywhere. */
                origin_district_id?: number;
                origin_city_id?: number;
                /** @description Destination: one of `district_id`, `city_id` and `zone`. */
                district_id?: number;
                city_id?: number;
                /** @enum {string} */
                zone?: "CITY" | "PROVINCE" | "ISLAND" | "JAWA_BALI" | "JAWA_SUMATRA" | "JAWA_KALIMANTAN" | "JAWA_SULAWESI" | "OUTER" | "MALUKU_INSIDE" | "MALUKU" | "PAPUA_INSIDE" | "PAPUA";
            }[];
        };
        RemoveUserInput: {
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        RemoveXenditKeyInput: {
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        ReplayFailedWebhooksInput: {
            /**
             * @description Deliveries created since then, in the time zone of the shop: those that failed, and those that wait for another attempt.
             * @example 2026-03-10 09:00
             */
            since: string;
        };
        Report: {
            start_date: string;
            end_date: string;
            orders: number;
            net_sales: {
                nominal: number;
                percentage: number;
            };
            gross_profit: {
                nominal: number | null;
                percentage: number | null;
            };
            gross_sales: {
                nominal: number;
                unpaid: string;
                unpaid_nominal: number;
                percentage: number;
            };
            net_profit: {
                nominal: number | null;
                percentage: number | null;
            };
            expense: {
                nominal: number;
                percentage: number;
            };
            discount: number;
            postage: number;
            order_cost: number;
            cost_of_goods: number | null;
            product: {
                total_stock: number;
                assets: number | null;
            };
            shopee_active: boolean;
            shopee: {
                escrow_expense: null;
                escrow_revenue: null;
                total_amount: null;
                total_escrow: null;
            };
            supplier_pay: {
                show: boolean;
                nominal: number;
            };
            before: components["schemas"]["ReportOfOtherPeriod"];
            last_year: components["schemas"]["ReportOfOtherPeriod"];
        };
        ReportOfOtherPeriod: {
            start_date: string;
            end_date: string;
            orders: number;
            gross_sales: number;
            net_sales: number;
            gross_profit: number | null;
            expense: number;
            net_profit: number | null;
            /** @description Change of this period against that one, in percent. */
            percentage: {
                gross_sales: number;
                net_sales: number;
                gross_profit: number | null;
                expense: number;
                net_profit: number | null;
            };
        };
        RequestBuyerAccessInput: {
            name: string;
            /** @example 081234567890 */
            phone: string;
            /** Format: email */
            email: string;
            address?: string;
            /** @description District ID, from Search districts. */
            district_id?: number;
        };
        RequestBuyerCodeInput: {
            /** @description Email or phone number of the account. */
            account: string;
        };
        RequestPickupInput: {
            /** @description Orders to be picked up or dropped off. Each is processed on its own. */
            pickup_request: {
                /** @description Order ID. */
                id: number;
                /**
                 * @default PICKUP
                 * @enum {string}
                 */
                service?: "PICKUP" | "DROP_OFF";
                /**
                 * @description Number of the shipment within the order.
                 * @default 1
                 */
                shipment?: number;
            }[];
        };
        ResendParcelInput: {
            /**
             * @description Number of the shipment within the order.
             * @default 1
             */
            shipment?: number;
        };
        ResetPackingInput: {
            /** @description AWB number, PO number, invoice number, or the text of the QR code of a label. */
            code: string;
            /** @description Number of the shipment, for the PO number of an order that is split. */
            shipment?: number;
        };
        ResolveCodLineInput: {
            /**
             * @description MATCH: with the order given, or anew by its numbers. ACCEPT: settle the parcel, and write the difference off. IGNORE: leave the parcel as it is.
             * @enum {string}
             */
            action: "MATCH" | "ACCEPT" | "IGNORE";
            /** @description Order whose parcel it is, if its numbers do not say so. */
            order_id?: number;
            /** @description Required to accept or ignore. */
            reason?: string;
        };
        RestoreProductsInput: {
            /** @description IDs of archived products. */
            id: number[];
        };
        RetryBulkRunInput: {
            /**
             * @description Also those that were not begun when it was stopped.
             * @default false
             */
            with_stopped?: boolean;
        };
        RevenueOfUser: {
            /** @description 0: the order was not created by a user. */
            user_id: number;
            name: string;
            level: string;
            net_sales: number;
            gross_profit: number;
            order_count: number;
            item_sold: number;
        };
        RevokeApiKeyInput: {
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        RotateApiKeyInput: {
            /** @description API key ID. */
            id: number;
            /**
             * @description Number of hours for which the old key keeps working.
             * @default 24
             */
            overlap_hours?: number;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        RotateWebhookSecretInput: {
            /**
             * @description Number of hours for which messages are signed with the old secret too.
             * @default 24
             */
            overlap_hours?: number;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        SalesChannel: {
            title: string;
            net_sales?: number;
            /** @description Number of orders. */
            total: number;
        };
        SalesPoint: {
            date: string;
            amount: number;
            day: string;
        };
        SaveCourierConnectionInput: {
            /**
             * @description The vendor.
             * @enum {string}
             */
            vendor: "biteship" | "rajaongkir" | "shipper";
            /** @description API key of the shop at the vendor. */
            api_key: string;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        SaveDeviceTokenInput: {
            /** @description Registration token of Firebase Cloud Messaging. */
            token: string;
            /** @description Name of the device, such as Samsung S20+. */
            device?: string;
        };
        SaveMessageConnectionInput: {
            /**
             * @description The vendor.
             * @enum {string}
             */
            vendor: "woowa" | "whatsapp";
            /** @description The key, or access token, of the shop at the vendor. */
            api_key: string;
            /** @description Needed for `woowa`: where its API is, like https://api.example.com. */
            address?: string;
            /** @description Needed for `whatsapp`: the ID of the phone number (`phone_number_id`). */
            sender?: string;
            /** @description Needed for `whatsapp`: the secret of the app, which signs its callbacks. */
            app_secret?: string;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        SaveMutationConnectionInput: {
            /** @description Bank ID of the account that the service reads. */
            bank_id: number;
            /**
             * @description The service.
             * @enum {string}
             */
            provider: "moota" | "mutasibank";
            /** @description Secret token of the webhook, as it stands in the dashboard of the service. */
            secret: string;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        SavePushSubscriptionInput: {
            /** @description Address of the subscription at the push service. */
            endpoint: string;
            keys: {
                p256dh: string;
                auth: string;
            };
            /** @description Name of the device, such as Samsung S20+. */
            device?: string;
        };
        SaveXenditKeyInput: {
            /** @description Secret API key of the shop at Xendit. Required unless the shop has saved one before. */
            xendit_key?: string;
            /** @description Verification token of the shop's callbacks, from the dashboard of Xendit (Settings, Webhooks). Without it no callback is accepted, and payments are only found when they are looked for. */
            callback_token?: string;
            /** @description false: charges go through the account of the installation again. A new key is active. */
            is_active?: boolean;
            /** @description true: the callback address gets a new secret, and the address of before is no longer accepted. */
            new_callback_url?: boolean;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        SavedView: {
            id: number;
            /** @enum {string} */
            list: "orders" | "closed_orders" | "products" | "customers" | "parcels" | "returns" | "payments" | "mutations" | "messages" | "expenses";
            title: string;
            query: string;
            is_shared: boolean;
            /** @description Who saved it. */
            user: {
                id: number;
                name: string;
            };
            is_own: boolean;
            updated_at: string;
        };
        ScanParcelInput: {
            /** @description AWB number, PO number, invoice number, or the text of the QR code of a label. */
            code: string;
            /** @description Number of the shipment, for the PO number of an order that is split. */
            shipment?: number;
            /** @description SKU of a unit that is packed, also as `barcode`. Without it, nothing is packed. */
            sku?: string;
            /**
             * @description How many units are packed.
             * @default 1
             */
            qty?: number;
        };
        SendMessagesToCustomersInput: {
            /** @description Customer IDs. */
            customers: number[];
            /** @description The text, with placeholders such as {%shopname%} and {%buyer%}. */
            template: string;
        };
        SendOrderMessageInput: {
            /** @description Order ID. */
            id: number;
            /** @description The text, with placeholders. */
            message: string;
            /**
             * @description What it is about, for the list of messages.
             * @default CUSTOM_NOTIFICATION
             * @enum {string}
             */
            type?: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
        };
        SendToCustomersInput: {
            /** @description Customer IDs. */
            customers: number[];
            /** @description The text, with placeholders such as {%shopname%} and {%buyer%}. */
            template: string;
        };
        Session: {
            id: number;
            /** @description True for the session that makes this request. */
            is_this: boolean;
            created_at: string;
            expires_at: string;
            /** @description Updated at most once a minute. */
            last_used_at: string;
        };
        SessionEnded: {
            id: number;
        };
        SetAllowedOriginsInput: {
            /** @description The complete list; an empty one allows none. */
            origins: string[];
        };
        SetBuyerPasswordInput: {
            /** @description Email or phone number of the account. */
            account: string;
            /** @description The code that was sent. */
            code: string;
            /** @description At least 8 characters. */
            password: string;
        };
        SetCourierServiceInput: {
            /** @description Courier service ID from List courier services. */
            id: number;
            /** @default false */
            is_active?: boolean;
        };
        SetCourierServicesInput: {
            /** @description Courier services of this group that are active; all others of it become inactive. If omitted, the group does not change. */
            regular?: string[];
            /** @description Courier services of this group that are active; all others of it become inactive. If omitted, the group does not change. */
            express?: string[];
            /** @description Courier services of this group that are active; all others of it become inactive. If omitted, the group does not change. */
            trucking?: string[];
        };
        SetCustomerAccountInput: {
            /** @description Customer ID. */
            id: number;
            active: boolean;
            /** Format: email */
            email: string;
            name?: string;
            phone?: string;
        };
        SetJournalCodesInput: {
            /**
             * @description The bookkeeping program.
             * @default JURNAL
             * @enum {string}
             */
            format?: "JURNAL" | "ACCURATE";
            accounts: {
                /** @enum {string} */
                account: "CASH" | "BANK" | "RECEIVABLE" | "INVENTORY" | "SUPPLIER_PAYABLE" | "SALES" | "SHIPPING_INCOME" | "OTHER_INCOME" | "COST_OF_GOODS" | "COURIER_CHARGES" | "EXPENSE";
                /**
                 * @description For BANK: the bank account that has a code of its own. 0: all others.
                 * @default 0
                 */
                bank_id?: number;
                /** @description Blank: the code to start with. */
                code?: string | null;
            }[];
        };
        SetOptOutInput: {
            /** @description Customer ID. */
            customer_id: number;
            /** @description Whether the customer wants no promos. */
            opted_out: boolean;
        };
        SetOrderCostsInput: {
            /** @description Order ID. */
            id: number;
            /** @description What the courier was paid. null: the shipping cost of the order, before any promo. */
            shipping_paid?: number | null;
            /** @description What the payment gateway kept. */
            gateway_fee?: number;
            /** @description What the marketplace kept: commission, services, campaigns. */
            marketplace_fee?: number;
        };
        SetPreferenceInput: {
            /** @description Any JSON. */
            value: unknown;
        };
        SetShelvesInput: {
            /**
             * @description Warehouse ID; 0 is the main warehouse.
             * @default 0
             */
            warehouse_id?: number;
            shelves: {
                /** @description Product variation ID. */
                variation_id: number;
                /** @description Name of the shelf, as `A-03`. Empty: none. */
                shelf?: string | null;
            }[];
        };
        SetShippingStatusInput: {
            /** @description Order ID. */
            id: number;
            /**
             * @description Shipping status reported by staff. `READY TO SHIP` reverts a status that was set by mistake on a parcel that has not left.
             * @enum {string}
             */
            status: "READY TO SHIP" | "ON PROCESS" | "DELIVERED";
            /** @description Number of the shipment within the order. Default: all shipments of the order. */
            shipment?: number;
        };
        SetTariffsInput: {
            rows: {
                /** @description ID of a courier service, or of a courier of the shop. */
                service_id: number;
                /** @description Omit both origins for a price from anywhere. */
                origin_district_id?: number;
                origin_city_id?: number;
                /** @description Destination: one of `district_id`, `city_id` and `zone`. */
                district_id?: number;
                city_id?: number;
                /** @enum {string} */
                zone?: "CITY" | "PROVINCE" | "ISLAND" | "JAWA_BALI" | "JAWA_SUMATRA" | "JAWA_KALIMANTAN" | "JAWA_SULAWESI" | "OUTER" | "MALUKU_INSIDE" | "MALUKU" | "PAPUA_INSIDE" | "PAPUA";
                /** @description Price of the first kilogram. */
                first_kg: number;
                /** @description Price of each further kilogram. */
                next_kg: number;
                /**
                 * @description Kilograms that are charged at least.
                 * @default 1
                 */
                min_kg?: number;
                min_days?: number;
                max_days?: number;
            }[];
        };
        SettleRefundInput: {
            /**
             * @description BALANCE: it is added to the balance of the customer; TRANSFERRED: the shop has paid it to the customer.
             * @enum {string}
             */
            method: "BALANCE" | "TRANSFERRED";
            /** @description What is due, as it was read: refused if it has changed since. Default: whatever is due. */
            nominal?: number;
            /**
             * @description For example the reference of the transfer.
             * @default
             */
            note?: string;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        SettleReturnInput: {
            /**
             * @description What happens to the order. Default: CANCEL if all of it came back, otherwise KEEP.
             * @enum {string}
             */
            outcome?: "CANCEL" | "KEEP";
            /**
             * @description If the order is cancelled: what happens to the money that was paid. BALANCE: it is added to the balance of the customer; REFUNDED: it was refunded to the customer.
             * @default BALANCE
             * @enum {string}
             */
            paid_as?: "BALANCE" | "REFUNDED";
            /** @description What the courier charges for bringing the parcel back. Default: by its charge rule. Requires permission to see costs. */
            return_fee?: number;
            /** @description What it cost to send the parcel. Default: the shipping cost of the order, or 0 if the order is kept and paid. Requires permission to see costs. */
            outbound_shipping?: number;
        };
        SettledRefund: {
            customer_id: number;
            /** @enum {string} */
            method: "BALANCE" | "TRANSFERRED";
            nominal: number;
        };
        ShipmentsOfOrder: {
            order_id: number;
            po_number: number;
            shipments: {
                number: number;
                /** @description null: the products of all warehouses. */
                warehouse_id: number | null;
            }[];
        };
        /** @description Of all parcels, each counted once. */
        ShippingFigures: {
            /** @description Parcels that left in the period. */
            sent: number;
            delivered: number;
            returned: number;
            lost: number;
            on_the_way: number;
            /** @description Percentage of the parcels sent; null without any. */
            return_rate: number | null;
            /** @description Percentage of the parcels sent. */
            lost_rate: number | null;
            /** @description Delivered within the days of the tariff of the shop, of the courier service, or else of our estimate, as it was when the parcel left. */
            on_time: number;
            late: number;
            /** @description Percentage of the delivered parcels of which a number of days was known. */
            on_time_rate: number | null;
            /** @description Days from leaving to delivery, by the calendar of the shop. */
            average_days: number | null;
            /** @description What settled returns cost; null without permission to see costs. */
            cost_of_returns: number | null;
        };
        ShippingPayment: {
            date: string;
            vendor: string;
            /** @description null: it pays parcels of no invoice, or of several. */
            invoice_number: string | null;
            description: string;
            total: string;
            /**
             * @description PENDING: the vendor keeps the money, or a line is in the queue.
             * @enum {string}
             */
            status: "COMPLETE" | "PENDING";
        };
        ShippingPerformance: {
            /** @description ID of the courier, customer, user (0: none) or product, or official code of the province; null: unknown. */
            id: number | null;
            name: string;
            /** @description Parcels that left in the period. */
            sent: number;
            delivered: number;
            returned: number;
            lost: number;
            on_the_way: number;
            /** @description Percentage of the parcels sent; null without any. */
            return_rate: number | null;
            /** @description Percentage of the parcels sent. */
            lost_rate: number | null;
            /** @description Delivered within the days of the tariff of the shop, of the courier service, or else of our estimate, as it was when the parcel left. */
            on_time: number;
            late: number;
            /** @description Percentage of the delivered parcels of which a number of days was known. */
            on_time_rate: number | null;
            /** @description Days from leaving to delivery, by the calendar of the shop. */
            average_days: number | null;
            /** @description What settled returns cost; null without permission to see costs. */
            cost_of_returns: number | null;
        };
        ShippingRate: {
            /** @description Name of the courier. */
            name: string;
            logo_url: string;
            /** @description Courier service ID, or ID of a custom courier: `expedition.id` of an order. */
            rate_id: number;
            /** @description 1: regular, 2: express, 3: trucking. */
            show_id: number;
            rate_name: string;
            stop_origin: number;
            stop_destination: number;
            /** @description Kilograms. */
            weight: number;
            /** @description What the volume counts as, in kilograms. */
            volumeWeight: number;
            /** @description Kilograms that the courier charges. */
            finalWeight: number;
            itemPrice: number;
            item_price: number;
            /** @description Shipping cost, without insurance, COD fee and discount. */
            finalRate: number;
            insuranceRate: number;
            /** @enum {number} */
            compulsory_insurance: 0 | 1;
            liability: number;
            /** @description What the best running shipping promo takes off, for customers of category N. */
            discount: number;
            min_day: number | null;
            max_day: number | null;
            /** @enum {number} */
            pickup_agent: 0 | 1;
            /** @enum {number} */
            is_pickup_available: 0 | 1;
            /** @description Whether the courier collects cash on delivery. */
            is_cod: boolean;
            cod_fee: number;
            /** @description True: our estimate. The courier may charge another price. */
            is_estimate: boolean;
            /** @description `local`: from the tariff of the shop; else the vendor whose price it is. */
            vendor: string;
        };
        ShippingReport: {
            start_date: string;
            end_date: string;
            summary: {
                /** @description Parcels that left. */
                package: number;
                /** @description Those of them that were delivered since. */
                delivered: number;
                /** @description Those of them that came back. */
                returned: number;
                shipping_cost: number;
                /** @description What couriers collect, or have collected, with them. */
                cod_amount: number;
            };
            /** @description Each day of the period, by the day on which parcels left. */
            by_date: {
                date: string;
                /** @description Parcels that left. */
                package: number;
                /** @description Those of them that were delivered since. */
                delivered: number;
                /** @description Those of them that came back. */
                returned: number;
                shipping_cost: number;
                /** @description What couriers collect, or have collected, with them. */
                cod_amount: number;
            }[];
            by_courier: {
                courier: string;
                /** @description Parcels that left. */
                package: number;
                /** @description Those of them that were delivered since. */
                delivered: number;
                /** @description Those of them that came back. */
                returned: number;
                shipping_cost: number;
                /** @description What couriers collect, or have collected, with them. */
                cod_amount: number;
            }[];
        };
        ShippingWork: {
            id: number;
            order_id: number;
            po_number: number;
            /** @description Number of the parcel within the order. */
            shipment: number;
            vendor: {
                code: string;
                name: string;
            };
            /**
             * @description WAITING: to be booked. BOOKED: booked, with an AWB number still to come or not taken, or a cancellation that was refused. FAILED: not booked, and not tried again automatically. CANCELING: to be canceled.
             * @enum {string}
             */
            state: "WAITING" | "BOOKED" | "FAILED" | "CANCELING";
            /** @enum {string} */
            service: "PICKUP" | "DROP_OFF";
            attempts: number;
            /** @description Why the last attempt failed, and what to do. */
            problem: {
                code: string;
                message: string;
            } | null;
            /** @description null: not tried again automatically. */
            next_try_at: string | null;
            created_at: string;
            updated_at: string;
        };
        Shop: {
            id: number;
            username: string;
            shop_name: string;
            status: string;
            class: string;
            join_date: string;
            /** @description Last day of the class; null if there is no end. */
            expired_date: string | null;
            phone: string;
            /** @description Names of the couriers that the shop offers, separated by commas. */
            courier: string;
            address: string;
            /**
             * @description ACTIVE if the active supplier has a district.
             * @enum {string}
             */
            shipper_status: "ACTIVE" | "NON ACTIVE";
            note: string | null;
            store_front: boolean;
            warehouse: boolean;
            users: {
                id: number;
                email: string;
                name: string;
            }[];
            active_supplier: {
                id: number;
                name: string;
                location: string;
                phone: string;
                address: string;
                note: string;
            };
        };
        ShopGeneralInfo: {
            shop_name: string;
            address: string;
            description: string;
            phone: string;
            /** @description URL of the logo; null if the shop has none. */
            logo: string | null;
        };
        ShopLogo: {
            /** @description URL of the logo. */
            logo: string;
        };
        ShopPayment: {
            id: number;
            transaction_number: string;
            type: {
                /** @description 1 payment, 2 withdrawal, 3 fee, 4 refund */
                id: string;
                /** @enum {string} */
                status: "+" | "-";
            };
            date: string;
            title: string;
            description: string;
            nominal: number;
        };
        ShopRegistered: {
            shop_id: number;
            user_id: number;
        };
        ShopUpdated: {
            shop_id: number;
        };
        ShopUser: {
            id: number;
            full_name: string;
            email: string;
            phone_number: string;
            role: string;
            /** @description INVITED until the person has set a password, then ACTIVE. */
            status: string;
            created_at: string;
        };
        SignInBuyerInput: {
            /** @description Email or phone number of the account. */
            account: string;
            /** @description Either this or `code`. */
            password?: string;
            /** @description The code that was sent. */
            code?: string;
        };
        SignedInBuyer: {
            /** @description To be sent as `Authorization: Bearer TOKEN`. It is shown only this once. */
            token: string;
            expires_at: string;
        };
        SkuValidation: {
            /** @description True if the variation can have the SKU. */
            status: boolean;
            /** @description Colour and size of the variation that currently has the SKU. */
            variation: string;
            /** @description Product that has the SKU, if it is taken. */
            product_id: string;
        };
        SleepingCustomer: {
            customer_id: number;
            name: string;
            phone: string;
            last_order_at: string;
            /** @description Since the last order. */
            days: number;
            /** @description Wants no promos. */
            opted_out: boolean;
            /** @description When a message was made last. */
            last_message_at: string | null;
        };
        SplitOrderInput: {
            /** @description Order ID. */
            order_id: number;
        };
        StartBroadcastInput: {
            /**
             * @description Who receives it. `CUSTOMERS`: those in `customers`. `CATEGORY`: those of `category`. `ASLEEP`: those who have not ordered for `days`. `UNPAID`: each order that is not paid after `days`.
             * @default CUSTOMERS
             * @enum {string}
             */
            source?: "CUSTOMERS" | "CATEGORY" | "ASLEEP" | "UNPAID";
            /** @description Customer IDs. */
            customers?: number[];
            /** @description Code of a customer category. */
            category?: string;
            days?: number;
            /**
             * @default PROMO
             * @enum {string}
             */
            type?: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            /** @description The text. Placeholders of orders are for `UNPAID` only. */
            template: string;
        };
        StartBulkOrdersInput: {
            /**
             * @description `PAY`: what remains is paid. `CANCEL`, `REACTIVATE`: the orders. `SHIPPING_STATUS`: as staff may set it. `REQUEST_PICKUP`: of all their parcels. `CONFIRM`: orders of the store are accepted or rejected.
             * @enum {string}
             */
            action: "PAY" | "CANCEL" | "REACTIVATE" | "SHIPPING_STATUS" | "REQUEST_PICKUP" | "CONFIRM";
            /** @description The orders, by ID. */
            order_ids?: number[];
            /** @description The orders that GET /api/open/order lists with this. */
            filter?: {
                keyword?: string;
                /**
                 * @description Field to search for the keyword. Default: order number, names, phone numbers, AWB number, products and SKUs.
                 * @enum {string}
                 */
                type?: "ORDER_ID" | "CUSTOMER_NAME" | "AWB_NUMBER" | "CUSTOMER_PHONE" | "SHOPEE_INVOICE" | "PRODUCT_NAME" | "SKU" | "SHIPPER_TRACKING";
                /** @enum {string} */
                payment_status?: "UNPAID" | "PAID" | "INSTALLMENT";
                /** @enum {string} */
                order_progress_status?: "UNPAID" | "NO AWB" | "ON PROCESS" | "DELIVERED" | "UNPROCESSED" | "INSTALLMENT";
                /** @enum {string} */
                order_category?: "APP" | "PRIVOR" | "STORE_FRONT" | "SHOPEE" | "QUICK_ORDER" | "UNCATEGORIZED";
                order_source_id?: number;
                /**
                 * @description The date by which orders are sorted (newest first) and to which `start_date` and `end_date` apply. PROFIT: those that left most come first, of a period of order dates.
                 * @default ORDER_DATE
                 * @enum {string}
                 */
                order_by?: "ORDER_DATE" | "PAYMENT_DATE" | "PROFIT";
                /** @description Orders that left at least so much. */
                profit_min?: number;
                /** @description Orders that left at most so much; below 0: those that lost. */
                profit_max?: number;
                /**
                 * Format: date
                 * @description Default: 30 days ago.
                 */
                start_date?: string;
                /**
                 * Format: date
                 * @description Default: today.
                 */
                end_date?: string;
                /** @description User who created the order; 0: orders that were not created by a user. */
                user_id?: number;
                bank_id?: number;
                warehouse_id?: number;
                /** @enum {string} */
                customer_category_code?: "N" | "Y" | "D" | "1" | "2" | "3";
                /** @description Courier number: 1 JNE, 2 TIKI … */
                expedition_id?: number;
                pickup?: number;
                /**
                 * @description Of orders ON PROCESS: the label is to be printed, the courier is to take the parcel, it is with the courier, it came back.
                 * @enum {string}
                 */
                shipping_stage?: "TO_PRINT" | "TO_HAND_OVER" | "SHIPPED" | "RETURNED";
                /** @enum {string} */
                print_status?: "Y" | "N";
                /** @enum {string} */
                product_type?: "S" | "R" | "PO";
            };
            /** @description Orders that are left out. */
            except_ids?: number[];
            /** @description For `PAY`: the bank account. */
            bank_id?: number;
            /**
             * Format: date
             * @description For `PAY`: the day of the payments.
             */
            date?: string;
            /**
             * @description For `CANCEL`: what happens to money that was paid, as when one order is cancelled.
             * @default BALANCE
             * @enum {string}
             */
            paid_as?: "BALANCE" | "REFUNDED";
            /**
             * @description For `SHIPPING_STATUS`.
             * @enum {string}
             */
            status?: "READY TO SHIP" | "ON PROCESS" | "DELIVERED";
            /**
             * @description For `REQUEST_PICKUP`.
             * @default PICKUP
             * @enum {string}
             */
            service?: "PICKUP" | "DROP_OFF";
            /**
             * @description For `CONFIRM`.
             * @enum {string}
             */
            decision?: "ACCEPT" | "REJECT";
        };
        StockChecked: {
            stock: number;
            price: number;
            price_dropship: number;
            price1: number;
            price2: number;
            price3: number;
        };
        StockMovement: {
            date: string;
            time_ago: string;
            /** @description Email address of the user; null if the change was made by the system. */
            user: string | null;
            detail: {
                description: string;
                id_order: number | null;
            };
            warehouse: {
                id: number;
                name: string;
            };
            stock: {
                in: number;
                out: number;
                /** @description Stock of the warehouse after the movement. */
                last: number;
            };
            /** @description Stock of the warehouse before the movement. */
            old: number;
        };
        StockOpname: {
            id: number;
            description: string;
            /** @enum {string} */
            progress_status: "ON PROGRESS" | "SUCCESS" | "FAILED";
            /** @description ID of the job that processes a large import; see `GET /api/account/job/{id}`. */
            job_id: number | null;
            variation_total: number;
            warehouse: {
                id: number;
                name: string;
            };
            created_at: string;
        };
        StockOpnameCreated: {
            id: number;
            description: string;
            /** @enum {string} */
            progress_status: "ON PROGRESS" | "SUCCESS" | "FAILED";
            /** @description ID of the job that processes a large import; see `GET /api/account/job/{id}`. */
            job_id: number | null;
            variation_total: number;
            warehouse: {
                id: number;
                name: string;
            };
        };
        StockOpnameDetail: {
            id: number;
            description: string;
            /** @enum {string} */
            progress_status: "ON PROGRESS" | "SUCCESS" | "FAILED";
            /** @description ID of the job that processes a large import; see `GET /api/account/job/{id}`. */
            job_id: number | null;
            variation_total: number;
            warehouse: {
                id: number;
                name: string;
            };
            processed: number;
            created_by: {
                id: string;
                email: string;
                name: string;
            };
            created_at: string;
        };
        StockOpnameLine: {
            id: number;
            variation_id: number;
            full_name: string;
            thumbnail_url: string;
            sku: string;
            stock_adjustment: {
                /** @description Counted quantity. */
                warehouse_stock: number;
                /** @description Stock in the system when the quantity was recorded. */
                system_stock: number;
                changed_stock: number;
            };
        };
        StockOpnamesImported: {
            /** @description One stock opname for each warehouse in the sheet. */
            opnames: components["schemas"]["StockOpnameCreated"][];
            /** @description Errors of the rows that were skipped, at most 200. */
            skipped: {
                row: number;
                column: string;
                reason: string;
            }[];
            skipped_total: number;
        };
        StockSynced: {
            variation_id: string;
            amount: string;
            request_id: string;
        };
        StockTransfer: {
            id: number;
            /** @enum {string} */
            progress_status: "ON PROGRESS" | "SUCCESS" | "FAILED";
            /** @description ID of the job that processes a large import; see `GET /api/account/job/{id}`. */
            job_id: number | null;
            description: string;
            origin_warehouse: {
                id: number;
                name: string;
            };
            destination_warehouse: {
                id: number;
                name: string;
            };
            created_at: string;
        };
        StockTransferDetail: {
            id: number;
            description: string;
            /** @enum {string} */
            progress_status: "ON PROGRESS" | "SUCCESS" | "FAILED";
            /** @description ID of the job that processes a large import; see `GET /api/account/job/{id}`. */
            job_id: number | null;
            variation_total: number;
            processed: number;
            /** @description Destination warehouse. */
            warehouse: {
                id: number;
                name: string;
            };
            origin_warehouse: {
                id: number;
                name: string;
            };
            destination_warehouse: {
                id: number;
                name: string;
            };
            created_by: {
                id: string;
                email: string;
                name: string;
            };
            created_at: string;
        };
        StockTransferLine: {
            id: number;
            variation_id: number;
            product_name: string;
            variant_name: string;
            thumbnail_url: string;
            sku: string;
            transfered_stock: number;
        };
        StockUpdated: {
            date: string;
            variation_id: number;
            stock: {
                amount: number;
                /** @enum {string} */
                status: "add" | "sub";
                warehouse_id: number;
            }[];
            shop_id: number;
            description: string;
            total_stock: number;
        };
        Store: {
            name: string;
            subdomain: string;
            description: string;
            phone: string;
            address: string;
            /** @description Where parcels leave from; null if the shop has not said. */
            district: string | null;
            city: string | null;
            province: string | null;
            logo: string | null;
            time_zone: string;
            /** @description How the store can be paid. COD depends on the courier too: see `is_cod` of the shipping rates. ORDERPAY is for buyers who are signed in and have a balance. */
            payment_methods: components["schemas"]["StorePaymentMethod"][];
        };
        StoreCategory: {
            id: number;
            name: string;
        };
        StorePaymentMethod: {
            /**
             * @description To be named in `payment.method`.
             * @enum {string}
             */
            method: "TRANSFER" | "GATEWAY" | "ORDERPAY" | "COD";
            /** @description TRANSFER: the banks that can be transferred to. */
            banks: {
                /** @description To be named in `payment.bank_id`. */
                bank_id: number;
                bank_name: string;
                image: string;
            }[];
            /** @description GATEWAY: virtual accounts, or QRIS and e-wallets. */
            channels: {
                /** @description To be named in `payment.channel`. */
                channel: string;
                bank_name: string;
                image: string;
            }[];
            /** @description GATEWAY: what is added to the total. */
            payment_fee: number;
            /** @description ORDERPAY: your balance. */
            balance: number | null;
        };
        StoreProduct: {
            id: number;
            name: string;
            /** @enum {string} */
            product_type: "S" | "R" | "PO";
            category_id: number;
            category_name: string;
            /** @description Of preorders (type `PO`): how long they take. */
            preorder_setting: {
                /** @enum {string} */
                type: "day" | "week";
                number: number;
                start_date: string | null;
                end_date: string | null;
            } | null;
            image: string;
            thumbnail: string;
            /** @description Of the cheapest variation, in your customer category. */
            lowest_price: number;
            highest_price: number;
            /** @description Off the lowest price. */
            discount: number;
            lowest_price_after_discount: number;
            /**
             * @description Whether any variation can be ordered.
             * @enum {string}
             */
            stock: "Y" | "N";
        };
        StoreProductDetail: {
            id: number;
            name: string;
            /**
             * @description S: stocked, R: supplied by others, PO: preorder.
             * @enum {string}
             */
            product_type: "S" | "R" | "PO";
            description: string;
            category_id: number;
            category_name: string;
            weight: number;
            length_cm: number | null;
            width_cm: number | null;
            height_cm: number | null;
            /** @enum {string} */
            has_variation: "Y" | "N";
            /** @description Of preorders (type `PO`): how long they take. */
            preorder_setting: {
                /** @enum {string} */
                type: "day" | "week";
                number: number;
                start_date: string | null;
                end_date: string | null;
            } | null;
            image: string;
            thumbnail: string;
            /** @enum {string} */
            stock: "Y" | "N";
            variations: components["schemas"]["StoreVariation"][];
            /** @description Unit prices by the quantity of all variations together, if your customer category has them. */
            wholesales: {
                from: number;
                to: number;
                price: number;
            }[];
            /** @description Promos that apply now, without a code, for your customer category. */
            promos: components["schemas"]["StorePromo"][];
        };
        StorePromo: {
            name: string;
            discount: {
                /** @enum {string} */
                type: "PERCENTAGE" | "NOMINAL";
                amount: number;
                max_nominal: number | null;
            };
            start_date: string;
            end_date: string | null;
            minimum_product: number | null;
            minimum_transaction: number | null;
        };
        StoreRate: {
            /** @description To be named in `expedition.id` of an order. */
            id: number;
            courier: string;
            rate_name: string;
            /**
             * @description pickup: at the shop.
             * @enum {string}
             */
            group: "regular" | "express" | "trucking" | "pickup";
            logo: string;
            /** @description Shipping cost, without insurance and discount. */
            rate: number;
            /** @description What the best running shipping promo takes off. */
            discount: number;
            rate_after_discount: number;
            /** @description What insuring the parcel costs. It is charged if it is required. */
            insurance: number;
            is_insurance_required: boolean;
            /** @description Whether the courier collects cash on delivery. */
            is_cod: boolean;
            /** @description With `is_cod`: what is added for collecting the cash, without promos on products. 0 if the shop bears it. */
            cod_fee: number;
            min_day: number | null;
            max_day: number | null;
        };
        StoreRates: {
            destination: {
                district_id: number;
                district: string;
                city: string;
                province: string;
                postal_codes: string[];
            };
            /** @description Grams. */
            weight: number;
            /** @description Of the products, at your prices. */
            price: number;
            /** @description Pickup at the shop if it is offered, then the cheapest first. */
            rates: components["schemas"]["StoreRate"][];
            /** @description If no courier can be chosen: why. Otherwise null. */
            message: string | null;
        };
        StoreVariation: {
            /** @description To be named in `products` of an order. */
            id: number;
            sku: string;
            size: string;
            color: string;
            /** @description Weight in grams. */
            weight: number;
            image: string;
            thumbnail: string;
            images: string[];
            thumbnails: string[];
            /** @description Of a unit, in your customer category. */
            price: number;
            /** @description Off the price; a promo takes its place. */
            discount: number;
            price_after_discount: number;
            /** @description What the first of `promos` takes off the price if its conditions are met; null if there is none. */
            promo_discount: number | null;
            /** @enum {string} */
            stock: "Y" | "N";
            /** @description null if the shop does not show it, and for types R and PO. */
            stock_quantity: number | null;
        };
        Supplier: {
            id: number;
            name: string;
            /** @description District ID; null if the supplier has no district yet. */
            district_id: number | null;
            /** @description Official code of the district. */
            shipper_id: number | null;
            district: string | null;
            city_id: number | null;
            city: string | null;
            location: string;
            phone: string;
            address: string;
            description: string;
            /** @enum {string} */
            shipper_status: "ACTIVE" | "NON ACTIVE";
        };
        SupplierReference: {
            supplier_id: number;
            name: string;
        };
        SwitchMessageFollowupInput: {
            /**
             * @description What is sent by itself.
             * @enum {string}
             */
            kind: "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            /** @description Orders are told from now on, or not any more. */
            is_on: boolean;
            /** @description Needed for `REMINDER`: how many hours after the order. */
            after_hours?: number;
        };
        SyncStockInput: {
            /** @description Product variation ID. */
            variation_id: number;
            /** @description Total stock of all warehouses. */
            amount: number;
        };
        Tariff: {
            service_id: number;
            logistic_name: string;
            rate_name: string;
            origin_district_id: number | null;
            origin_city_id: number | null;
            /** @description Null: from anywhere. */
            origin: string | null;
            district_id: number | null;
            city_id: number | null;
            zone: ("CITY" | "PROVINCE" | "ISLAND" | "JAWA_BALI" | "JAWA_SUMATRA" | "JAWA_KALIMANTAN" | "JAWA_SULAWESI" | "OUTER" | "MALUKU_INSIDE" | "MALUKU" | "PAPUA_INSIDE" | "PAPUA") | null;
            destination: string;
            /** @description Price of the first kilogram. */
            first_kg: number;
            /** @description Price of each further kilogram. */
            next_kg: number;
            /** @description Kilograms that are charged at least. */
            min_kg: number;
            min_days: number | null;
            max_days: number | null;
            updated_at: string;
        };
        TariffImport: {
            id: number;
            file_name: string;
            /** @enum {string} */
            status: "READY" | "APPLYING" | "APPLIED";
            counts: {
                rows: number;
                created: number;
                changed: number;
                /** @description Number of rows that are the same as the current tariff. */
                unchanged: number;
                wrong: number;
            };
            /** @description See `GET /api/account/job/{id}`. */
            job_id: number | null;
            user_id: number;
            created_at: string;
            applied_at: string | null;
        };
        TariffImportRow: {
            /** @description Row number in the file, as a spreadsheet shows it. */
            row: number;
            /** @enum {string} */
            outcome: "NEW" | "CHANGED" | "UNCHANGED" | "WRONG";
            /** @description Values by column title. */
            cells: {
                [key: string]: string | number;
            };
            errors: {
                column: string;
                reason: string;
            }[];
        };
        TariffsChanged: {
            rows: number;
        };
        TestCourierConnectionInput: {
            /**
             * @description The vendor.
             * @enum {string}
             */
            vendor: "biteship" | "rajaongkir" | "shipper";
        };
        TrackedParcel: {
            order_id: number;
            po_number: number;
            shipment: number;
            awb_number: string | null;
            shipping_status: string;
            /** @description Whom was asked last. */
            vendor: string | null;
            /** @description When the courier is asked next; null: not any more. */
            next_poll_at: string | null;
            polled_at: string | null;
            /** @description Failures in a row. */
            failures: number;
            problem: {
                code: string;
                message: string;
            } | null;
        };
        TrackingEventAdded: {
            order_id: number;
            shipment: number;
            shipping_status: string;
            /** @enum {string} */
            effect: "MOVED" | "KEPT" | "UNKNOWN" | "OTHER_AWB";
        };
        UnconfirmedPayment: {
            payment_id: number;
            shop_id: number;
            nominal_invoice: number;
            nominal_unique: number;
            nominal_transfer: number | null;
            is_installment: boolean;
            payment_from: string;
            payment_status: string;
            payment_type: number;
            payment_fee: number | null;
            pg_provider: string | null;
            xendit_id: string | null;
            va_no: string | null;
            created_by: number;
            updated_by: number | null;
            created_at: string;
            updated_at: string | null;
            confirmed_at: string | null;
            expired_at: string | null;
            old_payment_id: null;
            description: string;
            customer: {
                id: number;
                name: string;
                phone: string;
            };
            /** @description null: cash on delivery. */
            bank: {
                id: string;
                name: string;
            } | null;
            payment_status_code: number;
            orders: {
                po_number: string;
                order_id: string;
            }[];
            products: {
                name: string;
                quantity: number;
                product_meta_id: string;
                product_id: string;
            }[];
        };
        UnconfirmedPaymentDetail: {
            payment_id: number;
            bill_total: number;
            /** @description The blank at the end of its name is in the reference. The same as `unique_code`. */
            "unique_code ": number;
            unique_code: number;
            transfer_total: number;
            payment_date: string | null;
            holder_name: string | null;
            pg_provider: string | null;
            /** @enum {string} */
            is_manual_payment: "Y" | "N";
            bank: {
                id: number;
                bank: string;
                holder_name: string | null;
                bank_number: string | null;
                image: string;
            } | null;
            transfer_image: string | null;
            note: string | null;
            paid_at: string | null;
            confirmation_status: boolean;
            payment_status_code: number;
            payment_status: string;
            is_installment: boolean;
            installment_transferred: null;
            payment_fee: number;
            virtual_account: string | null;
            is_xendit_pay: boolean;
            xendit_message: string | null;
            orders: {
                order_id: number;
                po_number: number;
                note: string;
                reseller: string;
                is_dropshipper: boolean;
                dropshipper: {
                    name: string | null;
                    phone: string | null;
                };
                customer: {
                    name: string;
                    address: string;
                    phone: string;
                };
                products: string[];
                total_amount: number;
                is_warehouse: boolean;
                warehouse_name: string | null;
                shipping_id: string;
                shipping_rate: string;
                shipping_logistic: string;
                shipping_cost: number;
                shipping_logo_url: string;
                /** @description What the seller has decided. */
                action: ("ACCEPT" | "REJECT") | null;
            }[];
        };
        UndoMutationInput: {
            /** @description Only this match. Default: all, or that it is ignored. */
            match_id?: number;
        };
        UnreadNotifications: {
            activity: number;
            news: number;
            activity_display: string;
            news_display: string;
        };
        UpdateAdminFeeInput: {
            /** @description Admin fee ID. */
            id: number;
            /** @description Amount that the buyer pays on top, at most 4500. 0: none. */
            nominal: number;
            /**
             * @description Customer category: N, Y, D or the code of a custom one. `catgory_code` is accepted too.
             * @enum {string}
             */
            category_code: "N" | "Y" | "D" | "1" | "2" | "3";
        };
        UpdateBankAccountInput: {
            /** @description Bank ID. */
            bank_id: number;
            /** @description Bank type from the list of banks, in any letter case. */
            bank_type: string;
            /** @description Bank account number, 5 to 20 digits. */
            account_number?: string;
            /** @description Bank account holder name. */
            holder_name?: string;
            /** @description Bank branch. */
            branch?: string;
            /** @description Accepted for compatibility and not stored. */
            username?: string;
            /** @description Accepted for compatibility and not stored. */
            pin?: string;
            /** @description Corporate ID. Required if `bank_type` is a business bank, unless the account has one. */
            corporate_id?: string;
        };
        UpdateCodSettingsInput: {
            /**
             * @description Amounts that couriers collect are rounded up to a multiple of this.
             * @enum {string}
             */
            cash_rounding: "0" | "100" | "500" | "1000";
        };
        UpdateCourierChargeInput: {
            /** @description Courier ID: 1 JNE, 2 TIKI, 3 POS, 4 SiCepat … */
            courier_id: number;
            /** @description Grams of a started weight step that are not charged. */
            tolerance_grams?: number | null;
            minimum_kg?: number | null;
            /** @description Weight step that weights are rounded up to. */
            rounding_grams?: number | null;
            /** @description Volumetric divisor: length × width × height in cm, divided by this, is the volumetric weight in kg. */
            volumetric_cm3_per_kg?: number | null;
            /** @description Insurance rate in basis points (20 = 0.2%). */
            insurance_bp?: number | null;
            /** @description Amount added to the insurance. */
            insurance_fixed_idr?: number | null;
            insurance_minimum_idr?: number | null;
            /** @description The parcel is insured only if its value is higher than this. */
            insurance_above_idr?: number | null;
            /** @description Value that is insured. */
            insurance_basis?: ("GOODS" | "GOODS_AND_SHIPPING") | null;
            /** @description COD fee in basis points of the collected amount (300 = 3%). */
            cod_fee_bp?: number | null;
            cod_fee_minimum_idr?: number | null;
            cod_fee_payer?: ("SELLER" | "BUYER") | null;
            /** @description Return fee in basis points of the outbound shipping cost. */
            return_fee_bp?: number | null;
            /** @description Wooden packing: price per parcel. */
            packing_fixed_idr?: number | null;
            /** @description Wooden packing: added for each chargeable kilogram. */
            packing_idr_per_kg?: number | null;
        };
        UpdateCustomCourierInput: {
            id: number;
            name: string;
            fee: number;
            is_cod?: boolean;
        };
        UpdateCustomerCategoryInput: {
            /** @description Customer category ID. */
            id: number;
            /**
             * @description Code of the category. It cannot be changed.
             * @enum {string}
             */
            code?: "N" | "Y" | "D" | "1" | "2" | "3";
            category_name?: string;
            /** @enum {string} */
            status?: "Y" | "N";
            discount_access?: boolean;
            wholesale_access?: boolean;
        };
        UpdateCustomerInput: {
            /** @description Customer ID. */
            customer_id: number;
            name?: string;
            phone?: string;
            district_id?: number;
            address?: string;
            postal_code?: string | null;
            /**
             * @description Customer category code.
             * @enum {string}
             */
            category?: "N" | "Y" | "D" | "1" | "2" | "3";
            line?: string | null;
            email?: string | null;
            other?: string | null;
            /**
             * @description Y: active, N: not active, R: account requested, T: Storefront customer whose email address is not confirmed.
             * @enum {string}
             */
            is_active?: "Y" | "N" | "R" | "T";
        };
        UpdateExpenseInput: {
            id: number;
            title?: string;
            /** @description Amount of one, in rupiah. */
            nominal?: number;
            note?: string | null;
            qty?: number;
            /** Format: date */
            date?: string;
        };
        UpdateMessageSettingsInput: {
            /**
             * @description `link`: a person opens a link for each message. `outbox`: as mail, for trials.
             * @enum {string}
             */
            vendor?: "link" | "woowa" | "whatsapp" | "outbox";
            /** @enum {string} */
            language?: "id" | "en";
            /** @description As 21:00. The same as `quiet_until`: no quiet hours. */
            quiet_from?: string;
            /** @description As 07:00. */
            quiet_until?: string;
            per_minute?: number;
            cost?: number;
        };
        UpdateMessageTemplateInput: {
            /** @description Template ID. */
            id: number;
            title?: string;
            template?: string;
            /** @description Name of the template that WhatsApp has approved. */
            approved_name?: string | null;
            /** @description Its language code, such as `id`. */
            approved_language?: string | null;
            /** @description The placeholders whose values fill {{1}}, {{2}} and so on. */
            approved_placeholders?: ("shopname" | "shopphone" | "buyer" | "invoice" | "orderdate" | "products" | "total" | "paid" | "remaining" | "uniquecode" | "amount" | "bankaccounts" | "payment" | "receiver" | "courier" | "awb" | "shipdate")[];
        };
        UpdateOrderCostInput: {
            order_cost_id: number;
            /** @enum {string} */
            category?: "DISCOUNT" | "OTHER COST" | "OTHER" | "COST";
            name?: string;
            /**
             * @description Type of the amount. Required if both amounts are given.
             * @enum {string}
             */
            type?: "NOMINAL" | "PERCENTAGE";
            nominal?: number;
            percentage?: number;
        };
        UpdateOrderInput: {
            order_id: number;
            /** @description `version` of the order as you read it. If the order has changed since, the edit is refused. Default: not compared. */
            version?: number;
            /** @description Customer who places the order. The customer category determines the prices. */
            customer_sender_id: number;
            /** @description Customer who receives the order. If it is not the sender, the order is a dropship order. */
            customer_receiver_id: number;
            /** @description Supplier from whose address the order is shipped. */
            supplier_id: number;
            /** Format: date */
            order_date?: string;
            order_source_id?: number | null;
            note?: string | null;
            is_print?: boolean;
            /** @description The complete list of lines. Lines that are not listed are removed, unless every listed line has a flag. */
            products: {
                /** @description Product variation ID. */
                id: number;
                /** @description Quantity. */
                qty: number;
                /** @description Warehouse ID. Default: the main warehouse if it has enough stock, else the active warehouse that has the most and enough of it. */
                warehouse_id?: number;
                /**
                 * @description Product type.
                 * @enum {string}
                 */
                product_status: "S" | "R" | "PO";
                /** @description Type of the discount on this line. An empty value removes the discount. */
                type?: ("NOMINAL" | "PERCENTAGE") | null;
                percentage?: number;
                nominal?: number;
                /** @description Discount per unit of the promo in `promo_id`. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo for this line. It replaces all other discounts. An empty value removes the promo. */
                promo_id?: number | null;
                /**
                 * @description DELETE removes the line from the order.
                 * @enum {string}
                 */
                flag?: "EDIT" | "NEW" | "DELETE";
            }[];
            expedition: {
                /** @description Courier service ID from List courier services, or the ID of a custom courier. */
                id: number;
                /** @description Shipping cost. Required, unless `id` is a custom courier, whose fee applies then. */
                rate?: number;
                /** @description Courier name, for courier service 99 (manual input). */
                name?: string;
                auto_pickup?: boolean;
                /** @description The same as `is_cod` of the order. */
                is_cod?: boolean;
                /** @description Shipping discount of the promo. Optional: the server calculates it, and refuses a different value. */
                discount_promo?: number;
                /** @description Promo of type EXPEDITION for the shipping cost. An empty value removes the promo. */
                promo?: {
                    id: number;
                } | null;
            };
            /** @description Cash on delivery: the courier collects what remains to be paid. Only for couriers that do so. */
            is_cod?: boolean;
            /** @description Existing payments are kept. The amount missing to reach `amount`, or with PAID the order total, is recorded as a new payment. */
            payment: {
                /** @enum {string} */
                status: "PAID" | "INSTALLMENT" | "UNPAID";
                /** Format: date */
                date?: string;
                bank_id?: number;
                amount?: number;
                cost_of_goods_sales?: number;
            };
            order_cost?: {
                name: string;
                /** @enum {string} */
                category: "DISCOUNT" | "OTHER COST" | "INSURANCE";
                /** @enum {string} */
                type: "NOMINAL" | "PERCENTAGE";
                percentage?: number;
                nominal?: number;
            }[];
            /** @description Coupon code, in any letter case. */
            coupon_code?: string;
            awb_number?: string | null;
            send_sms?: boolean;
            marketplace_awb?: string | null;
            /** @enum {string} */
            source?: "MOBILE" | "WEB";
        };
        UpdateOrderSourceInput: {
            order_source_id: number;
            /** @description Marketplace ID from List marketplaces. */
            marketplace_id?: number;
            note?: string | null;
            /**
             * @description N: the order source cannot be used for new orders.
             * @enum {string}
             */
            status?: "Y" | "N";
        };
        UpdatePaymentInput: {
            /** @description Order ID. */
            id: number;
            payment: {
                /** @enum {string} */
                status: "PAID" | "INSTALLMENT";
                /** Format: date */
                date: string;
                bank_id: number;
                amount?: number;
                cost_of_goods_sales?: number;
            };
        };
        UpdateProductCategoryInput: {
            /** @description Product category ID. */
            id: number;
            /** @description Product category name. */
            name: string;
        };
        UpdateProductInput: {
            /** @description Product ID. */
            id: number;
            /** @description Product name. */
            name: string;
            /**
             * @description `S`: stocked by the shop, `R`: supplied by others, `PO`: preorder.
             * @enum {string}
             */
            product_type: "S" | "R" | "PO";
            /**
             * @description Product category ID; 0: uncategorised.
             * @default 0
             */
            category_id?: number;
            /** @default  */
            description?: string;
            /** @description Required for product type PO. */
            preorder_setting?: {
                /**
                 * @description Unit of `number`.
                 * @enum {string}
                 */
                type: "day" | "week";
                /** @description Processing time in days or weeks. */
                number: number;
                /**
                 * Format: date
                 * @description First day of the preorder period.
                 */
                start_date?: string;
                /**
                 * Format: date
                 * @description Last day of the preorder period.
                 */
                end_date?: string;
            };
            /**
             * @description Discount per unit in rupiah, for customer categories that have access to discounts.
             * @default 0
             */
            discount?: number;
            /** @description Weight in grams. */
            weight?: number;
            /** @description Length of one packed unit in cm, also accepted as `length`. With width and height it gives the volumetric weight. */
            length_cm?: number | null;
            width_cm?: number | null;
            height_cm?: number | null;
            /**
             * @default false
             * @enum {string}
             */
            wholesale_status?: "Y" | "N";
            /**
             * @description 1: stock is given per warehouse.
             * @default false
             */
            is_warehouse?: boolean;
            /**
             * @default false
             * @enum {string}
             */
            publish_status?: "Y" | "N";
            /**
             * @description Y: customers see the stock in Storefront and Privor.
             * @default false
             * @enum {string}
             */
            show_stock?: "Y" | "N";
            /**
             * @description N: the product has exactly one variation. Default: Y if it has several.
             * @enum {string}
             */
            has_variation?: "Y" | "N";
            /**
             * @description The complete list of wholesale steps. Steps that are not listed are removed.
             * @default []
             */
            wholesale?: {
                /** @description Product wholesale ID. If omitted, the step is added. */
                id?: number;
                /** @description Smallest quantity of the step. */
                from: number;
                /** @description Largest quantity of the step. */
                to: number;
                /** @description Unit price. */
                price: number;
            }[];
            /** @description Variations to update, add or delete. Variations that are not listed remain unchanged. Those that are added, or get another `color` or `size`, must differ from all others, ignoring letter case and spaces. */
            variations: {
                /** @description Unique within the shop, ignoring letter case. Generated if omitted. */
                sku?: string;
                /**
                 * @description Image URLs.
                 * @default []
                 */
                images?: string[];
                /**
                 * @description Index into `images`.
                 * @default 0
                 */
                primary_image?: number;
                /** @description Weight in grams. Default: the weight of the product. */
                weight?: number;
                /** @description Purchase price. If omitted, it does not change. Users who cannot see purchase prices can set it only on new variations. */
                price_buy?: number;
                /**
                 * @description Price for normal customers; 0: not set.
                 * @default 0
                 */
                price?: number;
                /**
                 * @description Price for the first custom customer category; 0: `price` applies.
                 * @default 0
                 */
                price1?: number;
                /** @default 0 */
                price2?: number;
                /** @default 0 */
                price3?: number;
                /** @default 0 */
                price_reseller?: number;
                /** @default  */
                size?: string;
                /** @default  */
                color?: string;
                /**
                 * @description Y: in stock. Required for product types R and PO.
                 * @enum {string}
                 */
                stock?: "Y" | "N";
                /** @description Required for product type S. */
                stock_quantity?: number;
                /**
                 * @description Stock per warehouse, used instead of `stock_quantity` when `is_warehouse` is 1.
                 * @default []
                 */
                warehouse_stock?: {
                    /** @description Warehouse ID. */
                    warehouse_id: number;
                    /** @description Stock in this warehouse. */
                    stock: number;
                }[];
                /** @description Product variation ID. If omitted, the variation is added. */
                id?: number;
                /**
                 * @description DELETE archives the variation.
                 * @enum {string}
                 */
                flag?: "DELETE";
            }[];
        };
        UpdateProfileInput: {
            /** @description Full name of the user. */
            full_name: string;
            /**
             * @description Phone number of the user.
             * @example 081234567890
             */
            phone_number: string;
            /** @description At least 8 characters. */
            password?: string;
            /** @description Required if `password` is given. */
            password_confirmation?: string;
            /** @description The current password. Required if `password` is given; a password can only be changed by a signed-in user. */
            current_password?: string;
        };
        UpdatePromoInput: {
            /** @description Promo ID. */
            id: number;
            /**
             * @description `COUPON`: applies only if its code is given.
             * @enum {string}
             */
            group: "PROMO" | "COUPON";
            /**
             * @description `PRODUCT`: a discount per unit on products, `EXPEDITION`: a discount on the shipping cost.
             * @enum {string}
             */
            type: "PRODUCT" | "EXPEDITION";
            name: string;
            /** @description 3 to 20 letters and digits. Required for group COUPON and ignored otherwise. */
            coupon_code?: string;
            /**
             * @description `yyyy-mm-dd hh:mm` in the time zone of the shop; today or later.
             * @example 2026-03-10 09:00
             */
            start_date: string;
            /** @description When the promo ends; empty: no end. */
            end_date: string | null;
            limits: {
                /** @description Number of orders of one customer that can use the promo, 1 to 9; empty or `UNLIMITED`: no limit. */
                usage_per_customer?: number;
                /** @description Number of orders that can use the promo; empty or `UNLIMITED`: no limit. Cannot be less than the number of orders that already use it. */
                promo_limit?: number;
                /** @description Minimum number of units of the promo's products in the order. */
                minimum_product?: number;
                /** @description Minimum value of the products in the order, in rupiah. */
                minimum_transaction?: number;
            };
            is_active: boolean;
            /** @description Customer category codes. */
            customer_categories: ("N" | "Y" | "D" | "1" | "2" | "3")[];
            all_products: boolean;
            selected_items: {
                /** @description Product IDs. Required for type PRODUCT unless `all_products` is set. An EXPEDITION promo without products applies to all products. */
                products?: number[];
                platforms: ("ORDER_APP" | "PROMO" | "PRIVOR" | "STOREFRONT" | "QUICK_ORDER")[];
                /** @description IDs from List courier services, custom couriers among them. Required for type EXPEDITION and ignored otherwise. */
                couriers?: number[];
            };
            /** @description Does not change if omitted. */
            discount?: {
                /** @enum {string} */
                type: "PERCENTAGE" | "NOMINAL";
                /** @description For PERCENTAGE: 1 to 100. Otherwise: rupiah per unit, or off the shipping cost. */
                amount: number;
                /** @description Maximum discount of a PERCENTAGE per unit, or on the shipping cost; empty or 0: no maximum. Not required for NOMINAL. */
                max_nominal?: number;
            };
        };
        UpdateReturnInput: {
            /**
             * @description CANCELED: the parcel does not come back after all.
             * @enum {string}
             */
            state: "ON_THE_WAY" | "CANCELED";
        };
        UpdateShopGeneralInfoInput: {
            /** @description Shop name. */
            shop_name: string;
            /**
             * @description Shop phone number.
             * @example 081234567890
             */
            phone: string;
            /** @description Shop description. An empty value clears it; if omitted, it does not change. */
            description?: string | null;
            /** @description Shop address. */
            address: string;
            /** @description Shop logo URL, starting with http:// or https://. An empty value clears it; if omitted, it does not change. */
            logo?: string | null;
        };
        UpdateShopInput: {
            /** @description Shop name. */
            shop_name: string;
            /** @description Letters, digits and hyphens. Part of the shop's web address. */
            subdomain: string;
            /**
             * @description Shop phone number.
             * @example 081234567890
             */
            phone: string;
            /** @description Name of the account: the signed-in user, or the user who created the API key. */
            name: string;
            /** @description Shop description. An empty value clears it; if omitted, it does not change. */
            description?: string | null;
        };
        UpdateStockInput: {
            /** @description Product variation ID. */
            variation_id: number;
            stock: {
                /** @description Number of units. */
                amount: number;
                /** @enum {string} */
                status: "ADD" | "SUB";
                /**
                 * @description Warehouse ID; 0 is the main warehouse.
                 * @default 0
                 */
                warehouse_id?: number;
                /** @description Stock of the warehouse as you know it. If it is another one, nothing is changed, and the answer is 409 with the stock now. */
                expected?: number;
            }[];
            /**
             * @description true: a transfer between warehouses. Entries with SUB are the sources; without any, the main warehouse is.
             * @default false
             */
            move_warehouse_stock?: boolean;
            description: string;
        };
        UpdateSupplierInput: {
            /** @description Supplier ID. */
            supplier_id: number;
            /** @description Supplier name. */
            name?: string;
            /** @description District ID from Search districts. Official codes are accepted too. */
            district_id?: number;
            /** @description Street address of the supplier. `addess` is accepted too. */
            address?: string;
            /**
             * @description Supplier phone number.
             * @example 081234567890
             */
            phone?: string;
            /** @description Description of the supplier. An empty value clears it. */
            description?: string | null;
        };
        UpdateViewInput: {
            id: number;
            title?: string;
            query?: string | null;
            is_shared?: boolean;
        };
        UpdateWarehouseInput: {
            /** @description Warehouse ID; 0 is the main warehouse. */
            id: number;
            /** @description Name, unique within the shop, ignoring letter case. */
            warehouse?: string;
            /** @description Supplier at whose address the warehouse is located. */
            supplier_id?: number;
            /** @description The complete list of users assigned to the warehouse. If omitted, it does not change. */
            user_id?: number[];
            /** @description An inactive warehouse keeps its stock, but orders cannot use it. */
            is_active?: boolean;
        };
        UpdateWebhookInput: {
            url?: string;
            description?: string | null;
            /** @description null: all types, including future ones. */
            event_types?: ("order.created" | "order.updated" | "order.confirmed" | "order.rejected" | "order.expired" | "order.canceled" | "order.reactivated" | "order.deleted" | "order.paid" | "payment.received" | "payment.removed" | "shipment.updated" | "shipment.returned" | "stock.changed" | "customer.created" | "customer.updated" | "customer.deleted" | "product.created" | "product.updated" | "product.deleted")[] | null;
            /** @description Switches the webhook on or off. Events that happen while it is off are not sent. */
            is_active?: boolean;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        UploadAwbImportInput: {
            /** @description .xlsx or .csv of at most 10 MB and 20,000 rows: the list of a courier or marketplace, or your own. Columns are recognised by their titles; one of AWB numbers is needed, and order numbers or phone numbers of receivers. */
            file: unknown;
            /** @description JSON with the titles of columns that are not recognised by themselves, such as `{"po_number": "Judul Kolom"}`; null: the column is not read. Keys: po_number, awb_number, order_number, phone, name, day, city. */
            columns?: {
                po_number?: string | null;
                awb_number?: string | null;
                order_number?: string | null;
                phone?: string | null;
                name?: string | null;
                day?: string | null;
                city?: string | null;
            };
        };
        UploadImportInput: {
            /** @description .xlsx or .csv of at most 10 MB. Each row is a variation, and rows with the same name form a product. Files of marketplaces and other programs are recognised by their titles. */
            file: unknown;
        };
        UploadMutationImportInput: {
            /** @description Bank ID of the account that the statement is of. Default: the account whose number the statement names. */
            bank_id?: number;
            /** @description .xlsx or .csv of at most 20 MB and 100,000 rows, as BCA, Mandiri, BRI, BNI and other banks give it. Columns are recognised by their titles. */
            file: unknown;
            /** @description JSON with the titles of columns that are not recognised by themselves, such as `{"day": "Judul Kolom"}`; null: the column is not read. Keys: day, time, description, amount, direction, credit, debit, balance, reference, account. */
            columns?: {
                day?: string | null;
                time?: string | null;
                description?: string | null;
                amount?: string | null;
                direction?: string | null;
                credit?: string | null;
                debit?: string | null;
                balance?: string | null;
                reference?: string | null;
                account?: string | null;
            };
            /**
             * @description Read the statement although it names another account number or bank than the account has.
             * @default false
             */
            ignore_account_number?: boolean;
        };
        UploadProductImageInput: {
            /**
             * Format: binary
             * @description PNG, JPEG, WebP or GIF of at most 10 MB and 50 megapixels
             */
            image: string;
        };
        UploadProofInput: {
            /** @description Picture of the proof of transfer: PNG, JPEG, WebP or GIF. */
            proof: unknown;
            /** @description Holder of the account that the money came from. */
            holder_name?: string;
            note?: string;
        };
        UploadShopLogoInput: {
            /**
             * Format: binary
             * @description PNG, JPEG, WebP or GIF of at most 2 MB and 50 megapixels.
             */
            logo: string;
        };
        UploadTariffImportInput: {
            /** @description .xlsx or .csv of at most 10 MB and 100,000 rows. Each row is the price of a service to a place. */
            file: unknown;
        };
        User: {
            id: number;
            name: string;
            email: string;
        };
        UserChanged: {
            user_id: number;
            full_name: string;
            role: string;
        };
        UserInvited: {
            user_id: number;
            /** @description Invitation token, shown only once. The invited person uses it to set a password. */
            token: string;
            expires_at: string;
        };
        UserRemoved: {
            user_id: number;
            full_name: string;
        };
        ValidateProductSkuInput: {
            /** @description Product SKU. */
            sku: string;
            /**
             * @description ID of the product variation that will have the SKU; 0 for a variation that does not exist yet.
             * @default 0
             */
            product_meta_id?: number;
        };
        Variation: {
            variation_id: number;
            product_id: number;
            name: string;
            /** @enum {string} */
            product_type: "S" | "R" | "PO";
            type_description: string;
            preorder_title: string | null;
            /** @enum {string} */
            publish_status: "Y" | "N";
            stock_quantity: number;
            sku: string;
            image: string;
            thumbnail: string;
            discount: number;
            color: string;
            size: string;
            /** @description Weight in grams. */
            weight: number;
            category_id: number;
            created_at: string;
            price: number;
            price1: number;
            price2: number;
            price3: number;
            price_reseller: number;
            /** @description null if your role cannot see purchase prices. */
            price_buy: number | null;
            /** @enum {string} */
            wholesale_status: "Y" | "N";
            is_warehouse: number;
            warehouse_stock: components["schemas"]["WarehouseLevel"][] | null;
            /** @description Promos that currently apply to orders from the dashboard and the API, limited to those of the customer if `customer_id` is given. */
            promo: components["schemas"]["VariationPromo"][];
        };
        VariationPromo: {
            id: number;
            name: string;
            /** @enum {string} */
            type: "PRODUCT" | "EXPEDITION";
            /** @enum {string} */
            group: "PROMO" | "COUPON";
            discount: {
                /** @enum {string} */
                type: "PERCENTAGE" | "NOMINAL";
                amount: number;
                max_nominal: number | null;
            };
            start_date: string;
            end_date: string | null;
            minimum_product: number | null;
            minimum_transaction: number | null;
        };
        VariationRunningOut: {
            variation_id: number;
            product_id: number;
            name: string;
            sku: string;
            color: string;
            size: string;
            /** @description In all warehouses. */
            stock: number;
            /** @description In the last 30 days, less what was cancelled or came back. */
            sold: number;
            /** @description At this pace; 0: sold out. */
            days_left: number;
            /** @description The day on which the stock ends. */
            empty_on: string;
        };
        ViewDeleted: {
            id: number;
        };
        Warehouse: {
            id: number;
            /** @description Name. */
            warehouse: string;
            supplier_id: number | null;
            /** @description District and city; empty if the supplier has no district yet. */
            address: string;
            is_active: boolean;
            /** @description IDs of the users assigned to the warehouse. */
            user_id: number[];
        };
        WarehouseLevel: {
            id_warehouse: number;
            stock: number;
            warehouse_name: string;
            supplier_id: number | null;
        };
        WarehouseReference: {
            id: number;
            name: string;
        };
        WarehouseStock: {
            warehouse_id: number;
            name: string;
            stock: number;
        };
        Webhook: {
            id: number;
            url: string;
            description: string;
            /** @description null: all */
            event_types: ("order.created" | "order.updated" | "order.confirmed" | "order.rejected" | "order.expired" | "order.canceled" | "order.reactivated" | "order.deleted" | "order.paid" | "payment.received" | "payment.removed" | "shipment.updated" | "shipment.returned" | "stock.changed" | "customer.created" | "customer.updated" | "customer.deleted" | "product.created" | "product.updated" | "product.deleted")[] | null;
            is_active: boolean;
            /** @description Why it is off. GONE: it answered 410; FAILING: it has accepted nothing for days. */
            off_reason: ("OWNER" | "GONE" | "FAILING") | null;
            off_at: string | null;
            /** @description Since when every attempt has failed; null if none has. */
            failing_since: string | null;
            /** @description Until when messages are signed with the secret before the last rotation too. */
            old_secret_ends_at: string | null;
            created_at: string;
            updated_at: string;
        };
        WebhookCreated: {
            id: number;
            url: string;
            description: string;
            /** @description null: all */
            event_types: ("order.created" | "order.updated" | "order.confirmed" | "order.rejected" | "order.expired" | "order.canceled" | "order.reactivated" | "order.deleted" | "order.paid" | "payment.received" | "payment.removed" | "shipment.updated" | "shipment.returned" | "stock.changed" | "customer.created" | "customer.updated" | "customer.deleted" | "product.created" | "product.updated" | "product.deleted")[] | null;
            is_active: boolean;
            /** @description Why it is off. GONE: it answered 410; FAILING: it has accepted nothing for days. */
            off_reason: ("OWNER" | "GONE" | "FAILING") | null;
            off_at: string | null;
            /** @description Since when every attempt has failed; null if none has. */
            failing_since: string | null;
            /** @description Until when messages are signed with the secret before the last rotation too. */
            old_secret_ends_at: string | null;
            created_at: string;
            updated_at: string;
            /** @description Shown only once, in this response: messages are verified with it. */
            secret: string;
        };
        WebhookDelivery: {
            id: number;
            webhook_id: number;
            /** @description The `webhook-id` that it is sent with, the same in every attempt. */
            message_id: string;
            event_type: string;
            /** @description What the event is of, as `order:12`. Its deliveries are sent in order. */
            subject: string;
            /**
             * @description WAITING: for its first or another attempt, or for the one before of the same subject.
             * @enum {string}
             */
            state: "WAITING" | "DELIVERED" | "FAILED";
            attempts: number;
            /** @description HTTP status of the last attempt; null if there was no answer. */
            status: number | null;
            /** @description Why the last attempt failed; docs/webhooks.md explains the codes. */
            error: ("TIMEOUT" | "UNREACHABLE" | "NOT_HTTP" | "TLS" | "ADDRESS_REFUSED" | "REDIRECT" | "GONE" | "STATUS") | null;
            /** @description When it is tried again. */
            retry_at: string | null;
            created_at: string;
            /** @description When it was delivered, or given up. */
            ended_at: string | null;
        };
        WebhookDeliveryDetail: {
            id: number;
            webhook_id: number;
            /** @description The `webhook-id` that it is sent with, the same in every attempt. */
            message_id: string;
            event_type: string;
            /** @description What the event is of, as `order:12`. Its deliveries are sent in order. */
            subject: string;
            /**
             * @description WAITING: for its first or another attempt, or for the one before of the same subject.
             * @enum {string}
             */
            state: "WAITING" | "DELIVERED" | "FAILED";
            attempts: number;
            /** @description HTTP status of the last attempt; null if there was no answer. */
            status: number | null;
            /** @description Why the last attempt failed; docs/webhooks.md explains the codes. */
            error: ("TIMEOUT" | "UNREACHABLE" | "NOT_HTTP" | "TLS" | "ADDRESS_REFUSED" | "REDIRECT" | "GONE" | "STATUS") | null;
            /** @description When it is tried again. */
            retry_at: string | null;
            created_at: string;
            /** @description When it was delivered, or given up. */
            ended_at: string | null;
            /** @description What is sent, byte for byte. */
            body: string;
            /** @description Newest first, at most 100. */
            attempt_list: {
                number: number;
                at: string;
                milliseconds: number;
                status: number | null;
                error: ("TIMEOUT" | "UNREACHABLE" | "NOT_HTTP" | "TLS" | "ADDRESS_REFUSED" | "REDIRECT" | "GONE" | "STATUS") | null;
                /** @description The beginning of what was answered. */
                answer: string;
            }[];
        };
        WebhookEventType: {
            type: string;
            version: number;
            summary: string;
            /** @description JSON Schema of `data` in the message. */
            data: {
                [key: string]: unknown;
            };
        };
        WebhookReference: {
            id: number;
        };
        WebhookReplay: {
            job_id: number;
        };
        WebhookSecretRotated: {
            id: number;
            /** @description Shown only once, in this response: messages are verified with it. */
            secret: string;
            old_secret_ends_at: string;
        };
        WholesaleMinimum: {
            product_id: number;
            /** @description 0: the product has no wholesale price. */
            minimum_quantity: number;
        };
        WholesalePrice: {
            variation_id: number;
            quantity: string;
            /** @description Price of the wholesale step that contains the quantity, or the normal price if there is none. */
            price: number;
        };
        WholesaleStep: {
            id: number;
            from: number;
            to: number;
            price: number;
        };
        WithdrawCodPayoutInput: {
            /** @description Bank ID of the account on which the money came in. */
            bank_id: number;
            /**
             * Format: date
             * @description Day on which the money came in.
             */
            date: string;
        };
        WithdrawInput: {
            /** @description Bank ID from the list of Xendit banks. */
            xendit_bank_id: number;
            /** @description Amount that is paid to the bank account. The admin fee is taken from the OrderPay balance on top. */
            nominal: number;
            /** @description Bank account holder name. */
            holder_name: string;
            /** @description Bank account number, 5 to 20 digits. */
            account_number: string;
            /** @description Your password. Required if you signed in, or last confirmed your password, more than ten minutes ago. */
            current_password?: string;
        };
        Withdrawal: {
            id: number;
            /**
             * @description REQUESTED: not confirmed by the payment gateway yet; SENT: on its way; PAID; FAILED: its money is available again.
             * @enum {string}
             */
            state: "REQUESTED" | "SENT" | "PAID" | "FAILED";
            nominal: number;
            fee: number;
            bank_name: string;
            bank_code: string;
            account_number: string;
            holder_name: string;
            /** @description Why it waits, or why it failed. */
            problem: {
                code: string;
                message: string;
            } | null;
            created_at: string;
            /** @description When it was paid, or failed. */
            ended_at: string | null;
        };
        WorkOfNow: {
            /**
             * @description COD_TO_COME: collected by couriers and not paid out, of which COD_OVERDUE was invoiced more than 30 days ago. MESSAGES_TO_SEND: a person is to open their links. JOBS_FAILED: those that you requested.
             * @enum {string}
             */
            kind: "PAYMENTS_TO_CONFIRM" | "GATEWAY_PAYMENTS_TO_DECIDE" | "MUTATIONS_TO_MATCH" | "ORDERS_UNPAID" | "ORDERS_PARTLY_PAID" | "ORDERS_TO_PROCESS" | "PARCELS_TO_PRINT" | "BOOKINGS_FAILED" | "PARCELS_TO_HAND_OVER" | "RETURNS_ANNOUNCED" | "RETURNS_ON_THE_WAY" | "RETURNS_TO_SETTLE" | "COD_ON_ITS_WAY" | "COD_TO_COME" | "COD_OVERDUE" | "STOCK_RUNNING_OUT" | "MESSAGES_TO_SEND" | "MESSAGES_TO_DECIDE" | "MESSAGES_FAILED" | "JOBS_FAILED";
            count: number;
            /** @description false: there are at least so many. */
            is_exact: boolean;
            /** @description In rupiah, of COD; else null. */
            amount: number | null;
            opens: components["schemas"]["OpenedList"];
        };
        XenditBalance: {
            balance: number;
        };
        XenditBank: {
            id: number;
            name: string;
            code: string;
            can_disburse: number;
            can_name_validate: number;
        };
        XenditKeyRemoved: {
            /** @enum {boolean} */
            removed: true;
        };
        XenditKeySaved: {
            /** @description Beginning and end of the key, which is never shown. */
            xendit_key: string;
            is_xendit_active: boolean;
            has_callback_token: boolean;
            /** @description Why Xendit did not accept the key when it was last tested. */
            problem: {
                code: string;
                message: string;
            } | null;
            /** @description Enter it in the dashboard of Xendit for fixed virtual accounts (paid) and invoices (paid). Shown only when it is new. */
            callback_url: string | null;
        };
        XenditSettings: {
            /** @description Beginning and end of the key, which is never shown; null: the shop has none. */
            xendit_key: string | null;
            /** @description Charges go through the Xendit account of the shop. */
            is_xendit_active: boolean;
            /** @description Callbacks are accepted, as their verification token is stored. */
            has_callback_token: boolean;
            /** @description Why Xendit did not accept the key when it was last tested. */
            problem: {
                code: string;
                message: string;
            } | null;
            /** @description The accounts that payments by each channel are recorded on. */
            bank_support: components["schemas"]["GatewayBankAccount"][];
        };
        ZonePrice: {
            /** @enum {string} */
            zone: "CITY" | "PROVINCE" | "ISLAND" | "JAWA_BALI" | "JAWA_SUMATRA" | "JAWA_KALIMANTAN" | "JAWA_SULAWESI" | "OUTER" | "MALUKU_INSIDE" | "MALUKU" | "PAPUA_INSIDE" | "PAPUA";
            name: string;
            /** @description Price of the first kilogram. */
            first_kg: number;
            /** @description Price of each further kilogram. */
            next_kg: number;
            /** @description Kilograms that are charged at least. */
            min_kg: number;
            min_days: number | null;
            max_days: number | null;
            /** @description True: our estimate, as the shop has no price of its own for this zone. */
            is_estimate: boolean;
            /** @description Month of the estimate, as 2026-11. */
            estimate_of: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    searchRegions: {
        parameters: {
            query?: {
                /** @description Words of the district, city or province, in any order. */
                keyword?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Region"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMarketplaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Marketplace"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Shop"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadShopLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadShopLogoInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ShopLogo"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateShopGeneralInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateShopGeneralInfoInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ShopGeneralInfo"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAllowedOrigins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AllowedOrigins"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setAllowedOrigins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAllowedOriginsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AllowedOrigins"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSupplierInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SupplierReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSuppliers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Supplier"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateSupplier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSupplierInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SupplierReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["LoggedIn"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: Record<string, unknown>;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Me"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSessionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SessionEnded"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmPasswordInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["PasswordConfirmed"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ApiKeyCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description API key ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeApiKeyInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ApiKeyRevoked"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateApiKeyInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ApiKeyRotated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listShopUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ShopUser"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUserInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["UserInvited"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["InvitationAccepted"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUserInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["UserChanged"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description User ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveUserInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["UserRemoved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["User"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProfileInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProfileUpdated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateShopInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ShopUpdated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                status?: "QUEUED" | "RUNNING" | "SUCCESS" | "FAILED";
                /** @description Only jobs that this user requested. */
                user_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Job"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Job"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Mail"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description User who made the change. */
                user_id?: number;
                /** @description Kind of object that was changed, for example `product` or `order`. */
                subject?: string;
                subject_id?: number;
                /** @description First day of the period. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["AuditEntry"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    checkProductStock: {
        parameters: {
            query: {
                /** @description Product variation ID. */
                variation_id: number;
                /** @description Returns only the stock of this warehouse. */
                warehouse_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["StockChecked"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWarehouseStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Product variation ID. */
                variation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["WarehouseStock"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listStockHistory: {
        parameters: {
            query: {
                /** @description Product variation ID. */
                id: number;
                /** @description Warehouse ID. */
                warehouse_id?: number;
                /** @description First day, in the time zone of the shop. */
                start_date?: string;
                /** @description Last day, in the time zone of the shop. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        title: {
                            product_id: number;
                            variation_id: number;
                            product_name: string;
                            variation_name: string;
                        };
                        data: components["schemas"]["StockMovement"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateStockInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["StockUpdated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    syncStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncStockInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["StockSynced"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWarehouses: {
        parameters: {
            query?: {
                /** @description Include the main warehouse. */
                with_main_warehouse?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Warehouse"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWarehouseInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WarehouseReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWarehouseInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WarehouseReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Warehouse ID; 0 is the main warehouse. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Warehouse"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Warehouse ID; 0 is the main warehouse. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Warehouse"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setShelves: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetShelvesInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listProductCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ProductCategory"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createProductCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProductCategoryInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductCategory"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateProductCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProductCategoryInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductCategory"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProductCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Product category ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductCategory"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteProductCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Product category ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductCategory"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    generateProductSkus: {
        parameters: {
            query: {
                products: {
                    /** @description Product name. */
                    name: string;
                    /**
                     * @description Product colour.
                     * @default
                     */
                    color?: string;
                    /**
                     * @description Product size.
                     * @default
                     */
                    size?: string;
                    /**
                     * @description Current SKU of the product.
                     * @default
                     */
                    old_sku?: string;
                }[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["GeneratedSku"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    validateProductSku: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateProductSkuInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SkuValidation"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
                keyword?: string;
                /** @description `UNCATEGORIZED`, `ARCHIVED` or a product category ID. */
                category?: string;
                /** @description Product type. */
                type?: "S" | "R" | "PO";
                /** @description `NON_SET_PRICE`: at least one variation has no price; `NON_PROFIT`: at least one variation is priced at or below its purchase price. */
                price?: "NON_SET_PRICE" | "NON_PROFIT";
                /** @description Only products that are also sold on this channel. */
                channel?: "JURNAL" | "SHOPEE";
                order_by?: "NEWEST" | "LONGEST" | "CHEAPEST" | "EXPENSIVE" | "LEAST_STOCK" | "MOST_STOCK" | "ASC" | "DESC";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Product"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProductInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ProductCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteProductsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProductInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ProductCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProductsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ProductsCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Product ID. */
                product_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWholesaleMinimum: {
        parameters: {
            query: {
                /** @description Product ID. */
                product_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WholesaleMinimum"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listVariations: {
        parameters: {
            query?: {
                /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
                keyword?: string;
                /** @description Customer ID. Only promos that this customer can use are returned. */
                customer_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Variation"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteVariations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteVariationsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    restoreProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreProductsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewPrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewPricesInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PricePreview"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePricesInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["PricesChanged"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    searchProducts: {
        parameters: {
            query?: {
                /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
                keyword?: string;
                /** @description `UNCATEGORIZED`, `ARCHIVED` or a product category ID. */
                category?: string;
                /** @description Product type. */
                type?: "S" | "R" | "PO";
                /** @description `NON_SET_PRICE`: at least one variation has no price; `NON_PROFIT`: at least one variation is priced at or below its purchase price. */
                price?: "NON_SET_PRICE" | "NON_PROFIT";
                /** @description Only products that are also sold on this channel. */
                channel?: "JURNAL" | "SHOPEE";
                order_by?: "NEWEST" | "LONGEST" | "CHEAPEST" | "EXPENSIVE" | "LEAST_STOCK" | "MOST_STOCK" | "ASC" | "DESC";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Product"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadProducts: {
        parameters: {
            query?: {
                /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
                keyword?: string;
                /** @description `UNCATEGORIZED`, `ARCHIVED` or a product category ID. */
                category?: string;
                /** @description Product type. */
                type?: "S" | "R" | "PO";
                /** @description `NON_SET_PRICE`: at least one variation has no price; `NON_PROFIT`: at least one variation is priced at or below its purchase price. */
                price?: "NON_SET_PRICE" | "NON_PROFIT";
                /** @description Only products that are also sold on this channel. */
                channel?: "JURNAL" | "SHOPEE";
                order_by?: "NEWEST" | "LONGEST" | "CHEAPEST" | "EXPENSIVE" | "LEAST_STOCK" | "MOST_STOCK" | "ASC" | "DESC";
                /** @description Return the file in the response instead of mailing a link. */
                without_being_sent?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadProductImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadProductImageInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Picture"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getImportTemplate: {
        parameters: {
            query?: {
                format?: "XLSX" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ProductImport"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadImportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductImportDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductImportDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    mapImportColumns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapImportColumnsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductImportDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                outcome?: "NEW" | "CHANGED" | "UNCHANGED" | "WRONG" | "PASSED_OVER";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ProductImportRow"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getImportReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyImportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductImportDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ProductImportDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                /** @description Default: 30 days ago. */
                start_date?: string;
                /** @description Default: today. */
                end_date?: string;
                origin_warehouse_id?: number;
                destination_warehouse_id?: number;
                /** @description User who created it. */
                user_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StockTransfer"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTransferInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["StockTransfer"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StockTransferDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTransferLines: {
        parameters: {
            query: {
                id: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StockTransferLine"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    searchTransferStock: {
        parameters: {
            query: {
                warehouse_id: number;
                product_id?: number;
                /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
                keyword?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        warehouse_id: number;
                        data: {
                            variation_id: number;
                            name: string;
                            product_name: string;
                            variation_name: string;
                            sku: string;
                            thumbnail_url: string;
                            system_stock: number;
                        }[];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOpnameTemplate: {
        parameters: {
            query: {
                warehouse_id: number;
                /** @description Page number. Each page has up to 20,000 variations. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    importOpname: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportOpnameInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["StockOpnamesImported"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOpnames: {
        parameters: {
            query?: {
                /** @description Default: 30 days ago. */
                start_date?: string;
                /** @description Default: today. */
                end_date?: string;
                warehouse_id?: number;
                /** @description User who created it. */
                user_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StockOpname"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOpname: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOpnameInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["StockOpnameCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOpname: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StockOpnameDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOpnameLines: {
        parameters: {
            query: {
                id: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StockOpnameLine"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    searchOpnameStock: {
        parameters: {
            query: {
                warehouse_id: number;
                product_id?: number;
                /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
                keyword?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        warehouse_id: number;
                        data: {
                            variation_id: number;
                            name: string;
                            product_name: string;
                            variation_name: string;
                            sku: string;
                            thumbnail_url: string;
                            system_stock: number;
                        }[];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAvailableProducts: {
        parameters: {
            query: {
                /** @description Words or parts of words, as in List products. */
                keyword: string;
                /** @description `PRODUCT`: a discount per unit on products, `EXPEDITION`: a discount on the shipping cost. */
                type: "PRODUCT" | "EXPEDITION";
                /** @description `COUPON`: applies only if its code is given. */
                group: "PROMO" | "COUPON";
                /** @description ID of the promo that is being edited. Its own products are included. */
                id?: number;
                /** @description First day of the promo. Default: today. */
                start_date?: string;
                /** @description Last day of the promo. Default: no end. */
                end_date?: string;
                /** @description Has no effect: products are available regardless of the couriers. */
                couriers?: number[];
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["AvailableProduct"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPromos: {
        parameters: {
            query?: {
                /** @description Part of the name or coupon code. */
                keyword?: string;
                /** @description `PRODUCT`: a discount per unit on products, `EXPEDITION`: a discount on the shipping cost. */
                type?: "PRODUCT" | "EXPEDITION";
                /** @description Default: active and inactive. */
                is_active?: boolean;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Promo"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createPromo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePromoInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["PromoSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updatePromo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePromoInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["PromoSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPromo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Promo ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PromoDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deletePromo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Promo ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: null;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCustomerCategories: {
        parameters: {
            query?: {
                /** @description Only active (Y) or only inactive (N) categories. */
                status?: "Y" | "N";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CustomerCategory"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCustomerCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomerCategoryInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CustomerCategoryCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateCustomerCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCustomerCategoryInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CustomerCategory"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomerInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CustomerCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                keyword?: string;
                /** @description Field to search for the keyword. Default: all fields. */
                type?: "NAME" | "EMAIL" | "PHONE" | "ADDRESS";
                create_from?: string;
                create_to?: string;
                /** @description Customer category code. */
                category?: "N" | "Y" | "D" | "1" | "2" | "3";
                /** @description Only this customer. */
                customer_id?: number;
                registration_status?: "0" | "1" | "4" | "T" | "R";
                order_by?: "LATEST_CUSTOMER" | "LAST_ORDER";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Customer"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCustomerInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CustomerChanged"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeCustomerActivation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCustomerActivationInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: {
                            customer_id: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setCustomerAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCustomerAccountInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    countCustomersByMonth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CustomersOfMonth"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadCustomers: {
        parameters: {
            query?: {
                /** @description Only customers added in this month (yyyy-mm). */
                date?: string;
                /** @description Return the file in the response instead of mailing a link. */
                without_being_sent?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listExpeditions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Courier"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listActiveExpeditions: {
        parameters: {
            query?: {
                /** @description Courier name to search for. */
                keyword?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ActiveCourier"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCourierServiceSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CourierServiceSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setCourierService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCourierServiceInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["CourierServiceSet"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setCourierServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCourierServicesInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["CourierServicesSet"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCodSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateCodSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCodSettingsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["CodSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCustomCouriers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CustomCourier"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCustomCourier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomCourierInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CustomCourierSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateCustomCourier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCustomCourierInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CustomCourierSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteCustomCourier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["CustomCourierSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCourierCharges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CourierCharge"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateCourierCharge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCourierChargeInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["CourierCharge"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTariffs: {
        parameters: {
            query?: {
                service_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Tariff"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setTariffs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTariffsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["TariffsChanged"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeTariffs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveTariffsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["TariffsChanged"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listZonePrices: {
        parameters: {
            query: {
                /** @description ID of a courier service, or of a courier of the shop. */
                service_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ZonePrice"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadTariffs: {
        parameters: {
            query?: {
                service_id?: number;
                /** @description Return the file in the response instead of mailing a link. */
                without_being_sent?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTariffTemplate: {
        parameters: {
            query?: {
                format?: "XLSX" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTariffImports: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["TariffImport"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadTariffImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadTariffImportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["TariffImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getTariffImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["TariffImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTariffImportRows: {
        parameters: {
            query?: {
                outcome?: "NEW" | "CHANGED" | "UNCHANGED" | "WRONG";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["TariffImportRow"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    applyTariffImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyTariffImportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["TariffImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBanks: {
        parameters: {
            query?: {
                /** @description Exclude business banks. */
                without_business_bank?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Bank"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listXenditBanks: {
        parameters: {
            query?: {
                /** @description Bank name to search for. */
                keyword?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["XenditBank"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBankAccountInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BankAccountReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBankAccounts: {
        parameters: {
            query?: {
                /** @description Kind of account. */
                type?: "BANK" | "PAYMENT GATEWAY";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BankAccount"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Bank ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        bank_id: number;
                        bank_name: string;
                        bank_type: string;
                        branch: string;
                        holder_name: string;
                        account_number: string;
                        image: string;
                        /** @enum {string} */
                        type: "BANK" | "PAYMENT GATEWAY";
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBankAccountInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BankAccountReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Bank ID. */
                bank_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: null;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAdminFees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["AdminFee"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createAdminFee: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAdminFeeInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AdminFeeSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateAdminFee: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAdminFeeInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AdminFeeSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getXenditSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["XenditSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeXenditKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveXenditKeyInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["XenditKeyRemoved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    saveXenditKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveXenditKeyInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["XenditKeySaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOrderSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrderSourceInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderSourceSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrderSources: {
        parameters: {
            query?: {
                /** @description Only active (Y) or only inactive (N) order sources. */
                status?: "Y" | "N";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderSource"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOrderSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrderSourceInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderSourceSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOrderCost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrderCostInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderCostSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrderCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderCost"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOrderCost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrderCostInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderCostSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteOrderCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_cost_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderCostSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeOrderCost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_cost_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderCostSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    parseOrderText: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParseOrderTextInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ParsedOrder"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                keyword?: string;
                /** @description Field to search for the keyword. Default: order number, names, phone numbers, AWB number, products and SKUs. */
                type?: "ORDER_ID" | "CUSTOMER_NAME" | "AWB_NUMBER" | "CUSTOMER_PHONE" | "SHOPEE_INVOICE" | "PRODUCT_NAME" | "SKU" | "SHIPPER_TRACKING";
                payment_status?: "UNPAID" | "PAID" | "INSTALLMENT";
                order_progress_status?: "UNPAID" | "NO AWB" | "ON PROCESS" | "DELIVERED" | "UNPROCESSED" | "INSTALLMENT";
                order_category?: "APP" | "PRIVOR" | "STORE_FRONT" | "SHOPEE" | "QUICK_ORDER" | "UNCATEGORIZED";
                order_source_id?: number;
                /** @description The date by which orders are sorted (newest first) and to which `start_date` and `end_date` apply. PROFIT: those that left most come first, of a period of order dates. */
                order_by?: "ORDER_DATE" | "PAYMENT_DATE" | "PROFIT";
                /** @description Orders that left at least so much. */
                profit_min?: number;
                /** @description Orders that left at most so much; below 0: those that lost. */
                profit_max?: number;
                /** @description Default: 30 days ago. */
                start_date?: string;
                /** @description Default: today. */
                end_date?: string;
                /** @description User who created the order; 0: orders that were not created by a user. */
                user_id?: number;
                bank_id?: number;
                warehouse_id?: number;
                customer_category_code?: "N" | "Y" | "D" | "1" | "2" | "3";
                /** @description Courier number: 1 JNE, 2 TIKI … */
                expedition_id?: number;
                pickup?: number;
                /** @description Of orders ON PROCESS: the label is to be printed, the courier is to take the parcel, it is with the courier, it came back. */
                shipping_stage?: "TO_PRINT" | "TO_HAND_OVER" | "SHIPPED" | "RETURNED";
                print_status?: "Y" | "N";
                product_type?: "S" | "R" | "PO";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
                /** @description Count all matching orders, even beyond 10,000. This is slower if there are very many. */
                exact_total?: boolean;
                /** @description `next_cursor` of the previous page. Pages are equally fast at any depth. Not with `order_by` PROFIT. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Order"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrderInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrderInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewOrderEdit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewOrderEditInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderEditPreview"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    quoteOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteOrderInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Quote"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWholesalePrice: {
        parameters: {
            query: {
                variation_id: number;
                qty: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WholesalePrice"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPriceAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Customer category code (N, Y, D, 1, 2, 3), or the ID of a customer category. */
                customer_category_code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["PriceAccess"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    countOrdersByWork: {
        parameters: {
            query?: {
                /** @description First order date. Default: all. */
                start_date?: string;
                /** @description Last order date. Default: all. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrdersOfWork"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query: {
                /** @description Order ID. */
                id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrderDetails: {
        parameters: {
            query?: {
                /** @description ACCEPT is the same as ACCEPTED. */
                order_status?: "ACCEPTED" | "ACCEPT" | "REJECTED" | "UNCONFIRMED" | "CANCELED" | "EXPIRED";
                payment_status?: "UNPAID" | "PAID" | "INSTALLMENT" | "FAIL" | "WAITING_CONFIRMATION" | "WAITING PAYMENT" | "REFUND_REJECTED" | "EXPIRED";
                order_progress_status?: "UNPAID" | "NO AWB" | "ON PROCESS" | "DELIVERED" | "UNPROCESSED" | "INSTALLMENT";
                order_category?: "APP" | "PRIVOR" | "SF_MEMBER" | "SF_GUEST" | "SHOPEE" | "QUICK_ORDER" | "UNCATEGORIZED";
                create_from?: string;
                create_to?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderRecord"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRevenue: {
        parameters: {
            query?: {
                /** @description First order date. Default: the first day of the current month. */
                start_date?: string;
                /** @description Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["RevenueOfUser"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadOrders: {
        parameters: {
            query?: {
                keyword?: string;
                /** @description Field to search for the keyword. Default: order number, names, phone numbers, AWB number, products and SKUs. */
                type?: "ORDER_ID" | "CUSTOMER_NAME" | "AWB_NUMBER" | "CUSTOMER_PHONE" | "SHOPEE_INVOICE" | "PRODUCT_NAME" | "SKU" | "SHIPPER_TRACKING";
                payment_status?: "UNPAID" | "PAID" | "INSTALLMENT";
                order_progress_status?: "UNPAID" | "NO AWB" | "ON PROCESS" | "DELIVERED" | "UNPROCESSED" | "INSTALLMENT";
                order_category?: "APP" | "PRIVOR" | "STORE_FRONT" | "SHOPEE" | "QUICK_ORDER" | "UNCATEGORIZED";
                order_source_id?: number;
                /** @description The date by which orders are sorted (newest first) and to which `start_date` and `end_date` apply. PROFIT: those that left most come first, of a period of order dates. */
                order_by?: "ORDER_DATE" | "PAYMENT_DATE" | "PROFIT";
                /** @description Orders that left at least so much. */
                profit_min?: number;
                /** @description Orders that left at most so much; below 0: those that lost. */
                profit_max?: number;
                /** @description Default: 30 days ago. */
                start_date?: string;
                /** @description Default: today. */
                end_date?: string;
                /** @description User who created the order; 0: orders that were not created by a user. */
                user_id?: number;
                bank_id?: number;
                warehouse_id?: number;
                customer_category_code?: "N" | "Y" | "D" | "1" | "2" | "3";
                /** @description Courier number: 1 JNE, 2 TIKI … */
                expedition_id?: number;
                pickup?: number;
                /** @description Of orders ON PROCESS: the label is to be printed, the courier is to take the parcel, it is with the courier, it came back. */
                shipping_stage?: "TO_PRINT" | "TO_HAND_OVER" | "SHIPPED" | "RETURNED";
                print_status?: "Y" | "N";
                product_type?: "S" | "R" | "PO";
                /** @description Default: all orders. */
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
                /** @description Return the file in the response instead of mailing a link. */
                without_being_sent?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCustomerOrders: {
        parameters: {
            query: {
                /** @description Customer ID. */
                id: number;
                /** @description First order date. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        total: {
                            items: number;
                            orders: number;
                        };
                        data: components["schemas"]["CustomerOrder"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listClosedOrders: {
        parameters: {
            query?: {
                type?: "CANCEL" | "REJECTED" | "EXPIRED";
                /** @description First order date. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ClosedOrder"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadClosedOrders: {
        parameters: {
            query?: {
                type?: "CANCEL" | "REJECTED" | "EXPIRED";
                /** @description First order date. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrderHistory: {
        parameters: {
            query: {
                /** @description Order ID. */
                id: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderVersion"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addAwbNumber: {
        parameters: {
            query: {
                /** @description Order ID. */
                id: number;
                /** @description Air waybill (AWB) number. */
                awb_number: string;
                /** @description Number of the shipment within the order. */
                shipment?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["AwbAdded"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setShippingStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetShippingStatusInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updatePayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePaymentInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string[];
                        data: {
                            order_id: number;
                            po_number: number;
                            payment_status: string;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query: {
                /** @description Order ID or payment ID. */
                id: number;
                /** @description What `id` refers to. */
                status?: "ORDER" | "PAYMENT";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["OrderPayment"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteInstallment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteInstallmentInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: null;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrderInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reactivateOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactivateOrderInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteCanceledOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setOrderCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOrderCostsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: {
                            /** @description The goods at their prices. */
                            goods: number;
                            /** @description All discounts and promos on goods. */
                            discount: number;
                            cost_of_goods: number;
                            /** @description What the customer pays for shipping, less its promo. */
                            shipping_charged: number;
                            /** @description What the courier gets. */
                            shipping_paid: number;
                            /** @description false: the shipping cost of the order is taken for it. */
                            is_shipping_paid_set: boolean;
                            /** @description COD fee, and what the courier charged for a COD parcel that came back. */
                            cod_charges: number;
                            gateway_fee: number;
                            marketplace_fee: number;
                            /** @description What giving the money back cost. */
                            refund_fee: number;
                            /** @description Shipping, fees, and damaged or missing products of returned parcels. */
                            return_cost: number;
                            /** @description `goods` − `discount` + `shipping_charged` less all others. Other costs and insurance are passed on, and not part of it. An order that is not active sold nothing. */
                            profit: number;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listShopPayments: {
        parameters: {
            query?: {
                /** @description ORDER_PAY: the OrderPay balance; PAYMENT_GATEWAY: the Xendit account of the shop. */
                payment_type?: "ORDER_PAY" | "PAYMENT_GATEWAY";
                /** @description Only what went out, or what came in. */
                funds?: "OUTGOING" | "INCOMING";
                /** @description First day of the period. Default: the first day of the month. */
                start_date?: string;
                /** @description Last day of the period. Default: today. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ShopPayment"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrderPayBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderPayBalance"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getXenditBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["XenditBalance"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWithdrawals: {
        parameters: {
            query?: {
                /** @description Only withdrawals in this state. */
                state?: "REQUESTED" | "SENT" | "PAID" | "FAILED";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Withdrawal"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["RefundDue"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    settleRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Customer ID from the list of refunds. */
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleRefundInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SettledRefund"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    scanParcel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanParcelInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ParcelToPack"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resetPacking: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPackingInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ParcelToPack"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    printLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintLabelsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPickList: {
        parameters: {
            query: {
                /** @description Order IDs. The pages are in the same order. */
                order_ids: number[];
                format?: "JSON" | "PDF";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PickList"];
                    };
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    makePickList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakePickListInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PickList"];
                    };
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    printPackingSlips: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintPackingSlipsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    printManifest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintManifestInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listParcels: {
        parameters: {
            query?: {
                keyword?: string;
                /** @description Name or code of a courier. */
                courier?: string;
                status?: "READY_TO_SHIP" | "PICKUP_REQUEST" | "UNPICK" | "ON_PROCESS" | "DELIVERED" | "RETURNED" | "LOST" | "INVALID" | "SHIPMENT_PROBLEM" | "DROPOFF";
                /** @description Field to search for the keyword. AWB numbers are found by their beginning. Default: order number, names, phone numbers, AWB number, products and SKUs. */
                type?: "ORDER_ID" | "CUSTOMER_NAME" | "AWB_NUMBER";
                /** @description First order date. */
                start_date?: string;
                /** @description Last order date. Default: today, or any date with the type ORDER_ID or AWB_NUMBER. */
                end_date?: string;
                cod_status?: "NON_COD" | "COD";
                supplier_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
                /** @description `next_cursor` of the previous page. Pages are equally fast at any depth. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        message: string;
                        /** @description Lowest number of parcels for which pickup can be requested. */
                        min_pickup: number;
                        min_drop_off: number;
                        /** @description Whether a courier of this page requires a reason to cancel a pickup request. */
                        is_cancel_requirement: boolean;
                        data: components["schemas"]["Parcel"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listParcelsOfOrder: {
        parameters: {
            query: {
                /** @description Order ID. */
                order_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ParcelOfOrder"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadParcels: {
        parameters: {
            query?: {
                keyword?: string;
                /** @description Name or code of a courier. */
                courier?: string;
                status?: "READY_TO_SHIP" | "PICKUP_REQUEST" | "UNPICK" | "ON_PROCESS" | "DELIVERED" | "RETURNED" | "LOST" | "INVALID" | "SHIPMENT_PROBLEM" | "DROPOFF";
                /** @description Field to search for the keyword. AWB numbers are found by their beginning. Default: order number, names, phone numbers, AWB number, products and SKUs. */
                type?: "ORDER_ID" | "CUSTOMER_NAME" | "AWB_NUMBER";
                /** @description First order date. */
                start_date?: string;
                /** @description Last order date. Default: today, or any date with the type ORDER_ID or AWB_NUMBER. */
                end_date?: string;
                cod_status?: "NON_COD" | "COD";
                supplier_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    requestPickup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPickupInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        /** @description IDs of the orders that were requested. */
                        success_data: number[];
                        /** @description Of these, the orders that a vendor is still asked to book: see List shipping work. */
                        waiting_data: number[];
                        failed_data: {
                            id: number;
                            shipment: number;
                            /** @description Error code. */
                            code: string;
                            message: string;
                        }[];
                        /** @enum {string} */
                        status: "PICKUP_REQUEST" | "DROPOFF";
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelPickup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelPickupInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: number;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resendParcel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Order ID. */
                order_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendParcelInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ParcelChanged"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeParcel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Order ID. */
                order_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveParcelInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ParcelChanged"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    splitOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitOrderInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ShipmentsOfOrder"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    mergeShipments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeShipmentsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ShipmentsOfOrder"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getExpeditionCost: {
        parameters: {
            query: {
                /** @description District ID from Search regions, usually that of the supplier. */
                origin_id: number;
                /** @description District ID from Search regions. */
                destination_id: number;
                /** @description Total weight of the products in grams, as products have it. Couriers round it by their own rules. */
                weight: number;
                /** @description Value of the products, without shipping cost. */
                price: number;
                /** @description Whether the discount is that of promos for Privor. */
                is_privor?: boolean;
                /** @description Accepted for compatibility: the rates of Shipper are in the response whenever the shop is connected. */
                is_shipper?: boolean;
                /** @description Only services that collect cash on delivery. */
                is_cod?: boolean;
                /** @description Size of the parcel in centimetres; it counts if all three are given. */
                length?: number;
                width?: number;
                height?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        status: {
                            code: number;
                            message: string;
                        };
                        data: {
                            regular: components["schemas"]["ShippingRate"][];
                            express: components["schemas"]["ShippingRate"][];
                            trucking: components["schemas"]["ShippingRate"][];
                        };
                        meta: {
                            origin: {
                                area_id: string;
                                district_id: string;
                                desc: string;
                            };
                            destination: {
                                area_id: string;
                                district_id: string;
                                desc: string;
                            };
                            weight: {
                                total: string;
                                /** @enum {string} */
                                type: "Kg";
                            };
                            /** @description Whether rates of Shipper are in the response. */
                            is_shipper_api: boolean;
                            /** @description Whether any of the services collects cash on delivery. */
                            use_cod: boolean;
                            /** @description Where the estimates among the rates come from. */
                            estimate: {
                                date: string;
                                source: string;
                                text: string;
                            } | null;
                            /** @description Active services without a price for this way, and how to enter one by hand. */
                            without_tariff: {
                                rate_id: number;
                                name: string;
                                rate_name: string;
                                text: string;
                            }[];
                            /** @description Vendors that have not answered: their rates are missing. */
                            unanswered: {
                                vendor: string;
                                name: string;
                                reason: string;
                                text: string;
                            }[];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCourierConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CourierConnection"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    saveCourierConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCourierConnectionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CourierConnectionSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeCourierConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveCourierConnectionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CourierConnectionRemoved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testCourierConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestCourierConnectionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CourierConnection"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listShippingWork: {
        parameters: {
            query?: {
                /** @description Only work in this state. */
                state?: "WAITING" | "BOOKED" | "FAILED" | "CANCELING";
                /** @description Only work on this order. */
                order_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ShippingWork"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    retryShippingWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ID of the work. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ShippingWork"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    trackParcel: {
        parameters: {
            query: {
                /** @description Air waybill (AWB) number of a parcel of the order. */
                awb_number: string;
                /** @description Courier service ID. */
                expedition_id: number;
                order_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        0: number;
                        request_id?: string;
                        response: string;
                        data: {
                            awb_number: string;
                            rate_name: string;
                            /** @description When the courier received the parcel. */
                            delivery_date: string | null;
                            delivery_time: string | null;
                            /** @description Kilograms. */
                            weight: number;
                            sender_name: string;
                            origin_city: string;
                            receiver_name: string;
                            receiver_address: string;
                            receiver_city: string;
                            status: string;
                            consignees_name: string | null;
                            date_received: string | null;
                            time_received: string | null;
                            history: {
                                date: string;
                                /** @description Code of the event, as reported. */
                                desc: string;
                                /** @description What happened, and where. */
                                location: string;
                                /** @description Shipping status of the code; null: the code is unknown. */
                                status: string | null;
                                /**
                                 * @description MOVED: it set the shipping status. KEPT: it changed nothing. UNKNOWN: its code is unknown. OTHER_AWB: it was reported for an AWB number that has been corrected since.
                                 * @enum {string}
                                 */
                                effect: "MOVED" | "KEPT" | "UNKNOWN" | "OTHER_AWB";
                                /** @description The AWB number it was reported for; null: staff recorded it. */
                                awb_number: string | null;
                            }[];
                            logistic_name: string;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTracking: {
        parameters: {
            query?: {
                /** @description Only parcels whose courier did not answer last time. */
                is_failed?: boolean;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["TrackedParcel"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addTrackingEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTrackingEventInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["TrackingEventAdded"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    refreshTracking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshTrackingInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["TrackedParcel"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCodCouriers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodCourier"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCodInvoices: {
        parameters: {
            query?: {
                /** @description Courier name (`expedition_name`) from Get active COD couriers. */
                courier?: string;
                /** @description First day of the period. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
                /** @description Invoice status. */
                status?: "COMPLETE" | "PENDING";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodInvoice"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    makeCodInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodInvoicesMade"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCodInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Invoice ID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodInvoiceDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadCodInvoiceCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Invoice ID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadCodInvoicePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Invoice ID. */
                invoice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    importCodPayout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportCodPayoutInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodPayout"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCodPayouts: {
        parameters: {
            query?: {
                /** @description Courier name (`expedition_name`) from Get active COD couriers. */
                courier?: string;
                status?: "READY" | "APPLYING" | "APPLIED" | "UNDOING" | "UNDONE";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodPayout"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    recordCodPayout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCodPayoutInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodPayout"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCodQueue: {
        parameters: {
            query?: {
                fault?: "SHORT" | "OVER" | "UNKNOWN" | "SEVERAL_PARCELS" | "NOT_DELIVERED" | "ALREADY_PAID" | "ORDER_PAID";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodPayoutLine"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resolveCodLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Line ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveCodLineInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodPayoutLine"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCodPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Payout ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodPayout"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCodPayoutLines: {
        parameters: {
            query?: {
                status?: "READY" | "SETTLED" | "QUEUED" | "IGNORED" | "REPEATED" | "WRONG" | "PASSED_OVER" | "UNDONE";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                /** @description Payout ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodPayoutLine"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    applyCodPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Payout ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodPayout"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    undoCodPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Payout ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodPayout"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    withdrawCodPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Payout ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawCodPayoutInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodPayout"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCodAgeing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodAgeing"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCodParcels: {
        parameters: {
            query?: {
                /** @description Courier name (`expedition_name`) from Get active COD couriers. */
                courier?: string;
                /** @description TO_COME: all that is delivered and not paid out, whether it is invoiced or not. */
                figure?: "ON_ITS_WAY" | "NOT_INVOICED" | "UNPAID_0_7" | "UNPAID_8_14" | "UNPAID_15_30" | "UNPAID_OVER_30" | "FAILED" | "TO_COME";
                awb_number?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CodParcel"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getShippingReport: {
        parameters: {
            query?: {
                /** @description Courier name (`expedition_name`) from Get active COD couriers. */
                courier?: string;
                /** @description Number of days, of which today is the last. */
                interval?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ShippingReport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadShippingReport: {
        parameters: {
            query?: {
                /** @description Courier name (`expedition_name`) from Get active COD couriers. */
                courier?: string;
                /** @description Number of days, of which today is the last. */
                interval?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listShippingPayments: {
        parameters: {
            query?: {
                /** @description Courier name (`expedition_name`) from Get active COD couriers. */
                courier?: string;
                /** @description First day of the period. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
                /** @description Payment status. */
                status?: "COMPLETE" | "PENDING";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        /** @description What vendors keep of payouts, and was not withdrawn. */
                        withdrawable_balance: string;
                        data: components["schemas"]["ShippingPayment"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listReturns: {
        parameters: {
            query?: {
                state?: "ANNOUNCED" | "ON_THE_WAY" | "RECEIVED" | "SETTLED" | "CANCELED";
                /** @description Order number, names, phone numbers, AWB number, products or SKUs. */
                keyword?: string;
                /** @description Name or code of a courier. */
                courier?: string;
                /** @description First day on which returns were opened. */
                start_date?: string;
                /** @description Last day. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        /** @description Returns in each state that match the other filters; exact up to 10,000, then 10,001. */
                        counts: {
                            ANNOUNCED: number;
                            ON_THE_WAY: number;
                            RECEIVED: number;
                            SETTLED: number;
                            CANCELED: number;
                        };
                        data: components["schemas"]["ParcelReturn"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    announceReturn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceReturnInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ParcelReturnDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    scanReturn: {
        parameters: {
            query: {
                /** @description AWB number, PO number, or the text of the QR code of the label. */
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ParcelReturn"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Return ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ParcelReturnDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Return ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateReturnInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ParcelReturnDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receiveReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Return ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveReturnInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ParcelReturnDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    settleReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Return ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleReturnInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ParcelReturnDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getShippingPerformance: {
        parameters: {
            query: {
                group_by: "courier" | "province" | "product" | "customer" | "user";
                /** @description Name or code of a courier. */
                courier?: string;
                /** @description First day on which parcels left. Default: 29 days before the last day. */
                start_date?: string;
                /** @description Last day on which parcels left. Default: today. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        start_date: string;
                        end_date: string;
                        total: components["schemas"]["ShippingFigures"];
                        data: components["schemas"]["ShippingPerformance"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPerformanceParcels: {
        parameters: {
            query: {
                group_by: "courier" | "province" | "product" | "customer" | "user";
                /** @description Name or code of a courier. */
                courier?: string;
                /** @description First day on which parcels left. Default: 29 days before the last day. */
                start_date?: string;
                /** @description Last day on which parcels left. Default: today. */
                end_date?: string;
                /** @description ID of the group; omit it for all groups. */
                id?: number;
                /** @description Which parcels of the group. ON_TIME and LATE: delivered within, or after, the days of its courier service. */
                figure: "SENT" | "DELIVERED" | "RETURNED" | "LOST" | "ON_THE_WAY" | "ON_TIME" | "LATE";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PerformanceParcel"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAwbTemplate: {
        parameters: {
            query?: {
                format?: "XLSX" | "CSV";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAwbImports: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["AwbImport"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadAwbImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadAwbImportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AwbImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getAwbImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AwbImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAwbImportRows: {
        parameters: {
            query?: {
                outcome?: "MATCHED" | "UNCHANGED" | "WRONG" | "PASSED_OVER" | "APPLIED" | "UNDONE" | "KEPT";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["AwbImportRow"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    applyAwbImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AwbImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    undoAwbImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["AwbImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getStore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Store"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listStoreCategories: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StoreCategory"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listStoreProducts: {
        parameters: {
            query?: {
                /** @description Words, or parts of words, of the product name, colour, size or SKU, in any order. */
                keyword?: string;
                /** @description Product category ID. */
                category_id?: number;
                /** @description `CHEAPEST` and `EXPENSIVE` go by the normal price. */
                order_by?: "NEWEST" | "CHEAPEST" | "EXPENSIVE" | "ASC" | "DESC";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["StoreProduct"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getStoreProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Product ID. */
                product_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["StoreProductDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    searchStoreDistricts: {
        parameters: {
            query?: {
                /** @description Words of the district, city or province, in any order. */
                keyword?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Region"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listStoreRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListStoreRatesInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["StoreRates"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    requestBuyerCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestBuyerCodeInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CodeSent"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signInBuyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBuyerInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SignedInBuyer"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setBuyerPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBuyerPasswordInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SignedInBuyer"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    issueBuyerCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Customer ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueBuyerCodeInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["IssuedCode"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBuyerAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BuyerAddress"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    requestBuyerAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestBuyerAccessInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signOutBuyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBuyer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Buyer"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBuyerSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BuyerSession"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endBuyerSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Session ID. */
                session_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    quoteCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteCheckoutInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["CheckoutQuote"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    checkOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOutInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Checkout"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBuyerPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Secret token of the checkout. Who is signed in can send the payment_id of an own one instead. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BuyerPayment"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Secret token of the checkout. Who is signed in can send the payment_id of an own one instead. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadProofInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BuyerPayment"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePaymentMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Secret token of the checkout. Who is signed in can send the payment_id of an own one instead. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePaymentMethodInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BuyerPayment"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    cancelCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Secret token of the checkout. Who is signed in can send the payment_id of an own one instead. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BuyerPayment"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmReceived: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Secret token of the checkout. Who is signed in can send the payment_id of an own one instead. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmReceivedInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BuyerPayment"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBuyerOrders: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BuyerOrder"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBuyerOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Order ID. */
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BuyerOrderDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listUnconfirmedPayments: {
        parameters: {
            query?: {
                /** @description A part of the name of the customer, or a PO number. */
                keyword?: string;
                /** @description MEMBER: customers who are signed in; GUEST: all others. */
                customer_category?: "MEMBER" | "GUEST";
                /** @description UNPAID: waits for its money; CONFIRM: paid, claimed to be paid, or COD: to be accepted or rejected. */
                payment_status?: "UNPAID" | "CONFIRM" | "ALL";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["UnconfirmedPayment"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getUnconfirmedPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Payment ID. */
                payment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["UnconfirmedPaymentDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmOrdersInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderConfirmation"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listGatewayPayments: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["QueuedGatewayPayment"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    decideGatewayPayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideGatewayPaymentInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["GatewayPaymentDecided"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewBulkOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBulkOrdersInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BulkOrdersPreview"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBulkRuns: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BulkRunRow"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    startBulkOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBulkOrdersInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["BulkRun"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBulkRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Bulk run ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BulkRun"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBulkRunOrders: {
        parameters: {
            query?: {
                result?: "WAITING" | "DONE" | "SKIPPED" | "FAILED" | "STOPPED";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                /** @description Bulk run ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BulkRunOrder"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    stopBulkRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Bulk run ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["BulkRun"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    retryBulkRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Bulk run ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryBulkRunInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["BulkRun"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMutationImports: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["MutationImport"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadMutationImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadMutationImportInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MutationImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMutationImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MutationImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMutationImportRows: {
        parameters: {
            query?: {
                outcome?: "NEW" | "KNOWN" | "WRONG" | "PASSED_OVER" | "RECORDED" | "UNDONE" | "KEPT";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["MutationImportRow"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    applyMutationImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MutationImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    undoMutationImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MutationImport"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMutationConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MutationConnection"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    saveMutationConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveMutationConnectionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MutationConnectionSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteBankMutation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Bank ID. */
                bank_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BankMutationReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMutations: {
        parameters: {
            query?: {
                /** @description NEW: the automatic matching has not seen it yet, which takes a moment; WAITING: it came in, and it, or a rest of it, is of no payment yet; MATCHED: all of it pays something; IGNORED; OUTGOING: money that went out. */
                state?: "NEW" | "WAITING" | "MATCHED" | "IGNORED" | "OUTGOING";
                /** @description Bank ID of the account. */
                bank_id?: number;
                /** @description CREDIT: came in; DEBIT: went out. */
                type?: "CREDIT" | "DEBIT";
                /** @description First day of the period. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
                /** @description Exactly this amount. */
                amount?: number;
                /** @description Words of the description. */
                keyword?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BankMutation"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMutation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mutation ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BankMutationDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    matchMutation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mutation ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchMutationInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BankMutation"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    ignoreMutation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mutation ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IgnoreMutationInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BankMutation"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    undoMutation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mutation ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoMutationInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["BankMutation"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    printInvoice: {
        parameters: {
            query?: {
                /** @description `RECEIPT`: for printers with paper of 80 mm, as long as it has to be. */
                format?: "A4" | "RECEIPT";
            };
            header?: never;
            path: {
                /** @description Order ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    printOwnInvoice: {
        parameters: {
            query?: {
                /** @description Order ID, for a checkout of several orders. Default: the first. */
                order_id?: number;
                /** @description `RECEIPT`: for printers with paper of 80 mm, as long as it has to be. */
                format?: "A4" | "RECEIPT";
            };
            header?: never;
            path: {
                /** @description Subdomain of the shop. */
                subdomain: string;
                /** @description Secret token of the checkout. Who is signed in can send the payment_id of an own one instead. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listReceivables: {
        parameters: {
            query?: {
                /** @description Name, phone number, email or address of the customer. */
                keyword?: string;
                /** @description `AMOUNT`: the largest first; `AGE`: the customer with the oldest unpaid order first. */
                order_by?: "AMOUNT" | "AGE";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
                /** @description `next_cursor` of the previous page, with the same `order_by`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        total: {
                            customers: number;
                            orders: number;
                            amount: number;
                            ageing: components["schemas"]["ReceivableAgeing"];
                        };
                        data: components["schemas"]["Receivable"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCustomerReceivables: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
                /** @description `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Customer ID. */
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        customer: {
                            customer_id: number;
                            name: string;
                            phone: string;
                        };
                        total: {
                            orders: number;
                            amount: number;
                            ageing: components["schemas"]["ReceivableAgeing"];
                        };
                        data: components["schemas"]["ReceivableOrder"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    printStatement: {
        parameters: {
            query?: {
                /** @description Day to whose end payments count. Default: today. */
                date?: string;
            };
            header?: never;
            path: {
                /** @description Customer ID. */
                customer_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomerTemplates: {
        parameters: {
            query?: {
                /** @description Default: the language of the shop’s messages. */
                language?: "id" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CustomerMessageTemplate"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    sendMessagesToCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessagesToCustomersInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["CustomerMessagesSent"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    sendToCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendToCustomersInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["CustomerMessagesSent"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrderMessage: {
        parameters: {
            query: {
                /** @description Order ID. */
                id: number;
                /** @description What it is about. */
                type?: "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE" | "PROMO";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderMessage"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    sendOrderMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendOrderMessageInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["OrderMessageSent"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getOrderMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Order ID. */
                order_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderMessage"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMessageSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateMessageSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMessageSettingsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    saveMessageConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveMessageConnectionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageConnectionSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeMessageConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveMessageConnectionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageConnectionRemoved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMessageTemplates: {
        parameters: {
            query?: {
                type?: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
                language?: "id" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["MessageTemplate"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createMessageTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMessageTemplateInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageTemplate"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateMessageTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMessageTemplateInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageTemplate"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteMessageTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Template ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageTemplateReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewMessageTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewMessageTemplateInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessagePreview"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMessagePlaceholders: {
        parameters: {
            query?: {
                /** @description Only those that this kind can have. */
                type?: "CUSTOM_NOTIFICATION" | "PROMO" | "REMINDER" | "ORDER_PROCESSED" | "ORDER_SHIPPED" | "ORDER_COMPLETED" | "ORDER_CANCELED" | "PREORDER_DUE";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["MessagePlaceholder"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMessageFollowups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["MessageFollowup"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    switchMessageFollowup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchMessageFollowupInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageFollowup"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    previewBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBroadcastInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageBroadcastPreview"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBroadcasts: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["MessageBroadcastRow"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    startBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBroadcastInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageBroadcastStarted"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Broadcast ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageBroadcast"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    pauseBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Broadcast ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageBroadcast"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    resumeBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Broadcast ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageBroadcast"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    stopBroadcast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Broadcast ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageBroadcast"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description `LINK`: those that a person is to send. `UNKNOWN`: those to be decided. */
                state?: "WAITING" | "HELD" | "SENDING" | "LINK" | "SENT" | "DELIVERED" | "READ" | "FAILED" | "UNKNOWN" | "SKIPPED" | "STOPPED";
                order_id?: number;
                customer_id?: number;
                broadcast_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Message"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    decideMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideMessagesInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessagesDecided"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOptOuts: {
        parameters: {
            query?: {
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["MessageOptOut"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setOptOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOptOutInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["MessageOptOutSet"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSleepingCustomers: {
        parameters: {
            query?: {
                /** @description Customers who have not ordered for so many days. */
                days?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["SleepingCustomer"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrdersToRemind: {
        parameters: {
            query?: {
                /** @description Orders that are at least so many days old. */
                days?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrderToRemind"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listRunningOut: {
        parameters: {
            query?: {
                /** @description Variations whose stock lasts no longer than that. */
                days?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["VariationRunningOut"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    confirmMessageWebhook: {
        parameters: {
            query: {
                "hub.mode": string;
                "hub.verify_token": string;
                "hub.challenge": string;
            };
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receiveMessageCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        /** @description As the service sends and signs it. */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: {
                            /** @enum {boolean} */
                            received: true;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAddons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Addon"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPackages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PackageForSale"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBilling: {
        parameters: {
            query?: {
                /** @description Default: the day on which the shop was registered. */
                start_date?: string;
                /** @description Default: today. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        start_date: string;
                        end_date: string;
                        data: components["schemas"]["Billing"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadBilling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Invoice ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    orderPackages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderPackagesInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Billing"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listExpenses: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        /** @description Sum of all expenses of the period. */
                        total: number;
                        data: components["schemas"]["Expense"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createExpense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExpenseInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ExpenseSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateExpense: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateExpenseInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ExpenseSaved"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadExpenses: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteExpense: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Expense ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ExpenseDeleted"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Report"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getBankReport: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BankReport"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSalesChart: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["SalesPoint"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProfitChart: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ProfitPoint"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getExpeditionChart: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        total: number;
                        data: components["schemas"]["ExpeditionShare"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCash: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CashView"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProfitLoss: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["ProfitLoss"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadProfitLoss: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    printProfitLoss: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReportDetail: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path: {
                group: "gross-sales" | "net-sales" | "gross-profit";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        by_source: {
                            name: string;
                            order_category: string;
                            orders: number;
                            value: number;
                        }[];
                        by_admin: {
                            user_id: number;
                            name: string;
                            orders: number;
                            value: number;
                        }[];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listOrdersOfReport: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                /** @description Only orders made there, as in `by_source`. */
                order_category?: "APP" | "PRIVOR" | "SF_MEMBER" | "SF_GUEST" | "SHOPEE" | "QUICK_ORDER" | "UNCATEGORIZED";
                /** @description Only orders of this user, as in `by_admin`. 0: of no user. */
                user_id?: number;
                /** @description Only orders with this courier, as in the expedition chart. */
                expedition_id?: number;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path: {
                /** @description The figure whose orders are listed. */
                group: "gross-sales" | "net-sales" | "gross-profit" | "unpaid" | "postage" | "order-cost" | "discount" | "cost-of-goods" | "supplier-pay";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        /** @description The figure: the sum over all pages. */
                        total: number;
                        data: components["schemas"]["OrderOfReport"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBestCustomers: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                /** @description First day of a period to compare with. */
                start_old?: string;
                /** @description Last day of the period to compare with. Default: today. */
                end_old?: string;
                /** @description Only customers of this category. */
                category?: "N" | "Y" | "D" | "1" | "2" | "3";
                order_by?: "TRANSACTION" | "SOLD_ITEMS" | "GROSS_SALES" | "NET_SALES" | "GROSS_PROFIT";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BestCustomer"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBestSales: {
        parameters: {
            query?: {
                group_by?: "PRODUCT" | "SKU" | "CATEGORY";
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                order_by?: "SOLD_ITEMS" | "TRANSACTION" | "GROSS_SALES" | "NET_SALES" | "GROSS_PROFIT";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BestSale"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listBestLocations: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["BestLocation"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCustomerChart: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                /** @description First day of a period to compare with. */
                start_old?: string;
                /** @description Last day of the period to compare with. Default: today. */
                end_old?: string;
                /** @description Only customers of this category. */
                category?: "N" | "Y" | "D" | "1" | "2" | "3";
                order_by?: "TRANSACTION" | "SOLD_ITEMS" | "GROSS_SALES" | "NET_SALES" | "GROSS_PROFIT";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["CustomerCategoryShare"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWeekdays: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["OrdersOfWeekday"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSalesChannels: {
        parameters: {
            query?: {
                /** @description First day. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day. Default: today. */
                end_date?: string;
                /** @description Default: all. */
                per_page?: number;
                /** @description 0: without `net_sales`. */
                with_net_sales?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["SalesChannel"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadBestSales: {
        parameters: {
            query?: {
                group_by?: "PRODUCT" | "SKU" | "CATEGORY";
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                order_by?: "SOLD_ITEMS" | "TRANSACTION" | "GROSS_SALES" | "NET_SALES" | "GROSS_PROFIT";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadBestCustomers: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                /** @description First day of a period to compare with. */
                start_old?: string;
                /** @description Last day of the period to compare with. Default: today. */
                end_old?: string;
                /** @description Only customers of this category. */
                category?: "N" | "Y" | "D" | "1" | "2" | "3";
                order_by?: "TRANSACTION" | "SOLD_ITEMS" | "GROSS_SALES" | "NET_SALES" | "GROSS_PROFIT";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    downloadJournal: {
        parameters: {
            query?: {
                /** @description BY_DATE: from `start_date` to `end_date`. BY_MONTH: a whole month. */
                type?: "BY_DATE" | "BY_MONTH";
                /** @description Month from 1 to 12, for BY_MONTH. */
                month?: number;
                /** @description Last two digits of the year, for BY_MONTH; four are accepted too. */
                year?: number;
                /** @description First day, for BY_DATE. Default: the first day of the month of the last day. */
                start_date?: string;
                /** @description Last day, for BY_DATE. Default: today. */
                end_date?: string;
                /** @description The bookkeeping program. */
                format?: "JURNAL" | "ACCURATE";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listJournalCodes: {
        parameters: {
            query?: {
                /** @description The bookkeeping program. */
                format?: "JURNAL" | "ACCURATE";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["JournalCode"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setJournalCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetJournalCodesInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["JournalCode"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Home"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description ACTIVITY: what happened in the shop; NEWS: news of the platform. */
                type?: "ACTIVITY" | "NEWS";
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        unread_count: number;
                        data: components["schemas"]["Notification"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    countUnreadNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["UnreadNotifications"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotificationsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    streamNotifications: {
        parameters: {
            query?: {
                /** @description ID of the last event that the client has, where it cannot send the header `Last-Event-ID`. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    saveDeviceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDeviceTokenInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PushDevice"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removeDeviceToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveDeviceTokenInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PushKey"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    savePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePushSubscriptionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["PushSubscription"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovePushSubscriptionInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPushSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["PushSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePushSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePushSettingsInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["PushSettings"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query: {
                /** @description The list that they are of. */
                list: "orders" | "closed_orders" | "products" | "customers" | "parcels" | "returns" | "payments" | "mutations" | "messages" | "expenses";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["SavedView"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateViewInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SavedView"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateViewInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["SavedView"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description View ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["ViewDeleted"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["Preference"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setPreference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description For example `orders.columns`. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPreferenceInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Preference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deletePreference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description For example `orders.columns`. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        message: string;
                        data: components["schemas"]["PreferenceDeleted"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Webhook"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookCreated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteWebhookInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookReference"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["Webhook"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecretInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookSecretRotated"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhookEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookEventType"][];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query: {
                /** @description Webhook ID. */
                webhook_id: number;
                state?: "WAITING" | "DELIVERED" | "FAILED";
                event_type?: "order.created" | "order.updated" | "order.confirmed" | "order.rejected" | "order.expired" | "order.canceled" | "order.reactivated" | "order.deleted" | "order.paid" | "payment.received" | "payment.removed" | "shipment.updated" | "shipment.returned" | "stock.changed" | "customer.created" | "customer.updated" | "customer.deleted" | "product.created" | "product.updated" | "product.deleted" | "webhook.test";
                /** @description First day of the period. */
                start_date?: string;
                /** @description Last day of the period. */
                end_date?: string;
                per_page?: number;
                /** @description Page number. */
                pagination_offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        data: components["schemas"]["WebhookDelivery"][];
                        meta: {
                            pagination: components["schemas"]["Pagination"];
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Delivery ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookDeliveryDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Delivery ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookDeliveryDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    replayFailedWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayFailedWebhooksInput"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookReplay"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Webhook ID. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["WebhookDeliveryDetail"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    registerShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterShopInput"];
            };
        };
        responses: {
            /** @description Success */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: components["schemas"]["ShopRegistered"];
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receiveCourierCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        /** @description As the service sends and signs it. */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: {
                            /** @enum {boolean} */
                            received: true;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receiveMutationCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
                connection: string;
            };
            cookie?: never;
        };
        /** @description As the service sends and signs it. */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: {
                            /** @enum {boolean} */
                            received: true;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receiveGatewayCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection: string;
            };
            cookie?: never;
        };
        /** @description As the service sends and signs it. */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: {
                            /** @enum {boolean} */
                            received: true;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    receivePlatformGatewayCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description As the service sends and signs it. */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request_id?: string;
                        response: string;
                        data: {
                            /** @enum {boolean} */
                            received: true;
                        };
                    };
                };
            };
            /** @description The request was refused and nothing was changed. See /docs/errors. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
